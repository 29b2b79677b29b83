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
    <name>CaseList</name>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation>
        <numerusform>%n exhibit</numerusform>
        <numerusform>%n exhibits</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Due</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>%n day late</numerusform>
        <numerusform>%n days late</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) left</source>
      <translation>
        <numerusform>%n day left</numerusform>
        <numerusform>%n days left</numerusform>
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
    <message numerus="yes">
      <source>%n exhibits moved to the trash</source>
      <translation>
        <numerusform>%n exhibits moved to the trash</numerusform>
        <numerusform>%n exhibits moved to the trash</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n page</numerusform>
        <numerusform>%n pages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Add %n very large file(s)?</source>
      <translation>
        <numerusform>Add %n very large file?</numerusform>
        <numerusform>Add %n very large files?</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Journeys</name>
    <message numerus="yes">
      <source>%n file(s) are not in yet. Close anyway?</source>
      <translation>
        <numerusform>%n file are not in yet. Close anyway?</numerusform>
        <numerusform>%n files are not in yet. Close anyway?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) are not as they were stored</source>
      <translation>
        <numerusform>%n thing are not as they were stored</numerusform>
        <numerusform>%n things are not as they were stored</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Add %n file(s) to '{title}'?</source>
      <translation>
        <numerusform>Add %n file to '{title}'?</numerusform>
        <numerusform>Add %n files to '{title}'?</numerusform>
      </translation>
    </message>
  </context>
</TS>
