<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>CaseHeader</name>
    <message numerus="yes">
      <source>Waiting for %n day(s)</source>
      <translation>
        <numerusform>Waiting for %n day</numerusform>
        <numerusform>Waiting for %n days</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Due</name>
    <message numerus="yes">
      <source>%n day(s) left</source>
      <translation>
        <numerusform>%n day left</numerusform>
        <numerusform>%n days left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>%n day late</numerusform>
        <numerusform>%n days late</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Evidence</name>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation>
        <numerusform>%n exhibit</numerusform>
        <numerusform>%n exhibits</numerusform>
      </translation>
    </message>
  </context>
</TS>
