<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Calendar</name>
    <message numerus="yes">
      <source>%n date(s) exported</source>
      <translation>
        <numerusform>%n date exported</numerusform>
        <numerusform>%n dates exported</numerusform>
      </translation>
    </message>
  </context>
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
    <name>Custody</name>
    <message numerus="yes">
      <source>Show all %n line(s)</source>
      <translation>
        <numerusform>Show all %n line</numerusform>
        <numerusform>Show all %n lines</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Days</name>
    <message numerus="yes">
      <source>%n calendar day(s)</source>
      <translation>
        <numerusform>%n calendar day</numerusform>
        <numerusform>%n calendar days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n working day</numerusform>
        <numerusform>%n working days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n year</numerusform>
        <numerusform>%n years</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Dossier</name>
    <message numerus="yes">
      <source>%n exhibit(s) shown as you chose.</source>
      <translation>
        <numerusform>%n exhibit shown as you chose.</numerusform>
        <numerusform>%n exhibits shown as you chose.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n mask(s) chosen by you.</source>
      <translation>
        <numerusform>%n mask chosen by you.</numerusform>
        <numerusform>%n masks chosen by you.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>… and %n more, named on the dossier's last page</source>
      <translation>
        <numerusform>… and %n more, named on the dossier's last page</numerusform>
        <numerusform>… and %n more, named on the dossier's last page</numerusform>
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
      <source>%n file(s) inside</source>
      <translation>
        <numerusform>%n file inside</numerusform>
        <numerusform>%n files inside</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new files arrived</source>
      <translation>
        <numerusform>%n new files arrived</numerusform>
        <numerusform>%n new files arrived</numerusform>
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
      <source>Add %n file(s) from inside?</source>
      <translation>
        <numerusform>Add %n file from inside?</numerusform>
        <numerusform>Add %n files from inside?</numerusform>
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
    <name>Facts</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>%n day late</numerusform>
        <numerusform>%n days late</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Faults</name>
    <message numerus="yes">
      <source>%n thing(s) are not as they were stored</source>
      <translation>
        <numerusform>%n thing are not as they were stored</numerusform>
        <numerusform>%n things are not as they were stored</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) are not as they were stored. The rest works as usual.</source>
      <translation>
        <numerusform>%n thing are not as they were stored. The rest works as usual.</numerusform>
        <numerusform>%n things are not as they were stored. The rest works as usual.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more: all are in the report</source>
      <translation>
        <numerusform>and %n more: all are in the report</numerusform>
        <numerusform>and %n more: all are in the report</numerusform>
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
      <source>Add %n file(s) to '{title}'?</source>
      <translation>
        <numerusform>Add %n file to '{title}'?</numerusform>
        <numerusform>Add %n files to '{title}'?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It goes with its %n file(s) and with all you typed into it.</source>
      <translation>
        <numerusform>It goes with its %n file and with all you typed into it.</numerusform>
        <numerusform>It goes with its %n files and with all you typed into it.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Letters</name>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n page</numerusform>
        <numerusform>%n pages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) to fill in before it can leave the app:</source>
      <translation>
        <numerusform>%n place to fill in before it can leave the app:</numerusform>
        <numerusform>%n places to fill in before it can leave the app:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s)</source>
      <translation>
        <numerusform>%n word</numerusform>
        <numerusform>%n words</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n wording(s) to think twice about:</source>
      <translation>
        <numerusform>%n wording to think twice about:</numerusform>
        <numerusform>%n wordings to think twice about:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Before it goes out, look at %n point(s):</source>
      <translation>
        <numerusform>Before it goes out, look at %n point:</numerusform>
        <numerusform>Before it goes out, look at %n points:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… and %n more</numerusform>
        <numerusform>… and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message numerus="yes">
      <source>%n reminder(s)</source>
      <translation>
        <numerusform>%n reminder</numerusform>
        <numerusform>%n reminders</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) came due since {date}</source>
      <translation>
        <numerusform>%n thing came due since {date}</numerusform>
        <numerusform>%n things came due since {date}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Playbooks</name>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation>
        <numerusform>%n case</numerusform>
        <numerusform>%n cases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) that began with it go on.</source>
      <translation>
        <numerusform>%n case that began with it go on.</numerusform>
        <numerusform>%n cases that began with it go on.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{key} · version {version} · %n step(s)</source>
      <translation>
        <numerusform>{key} · version {version} · %n step</numerusform>
        <numerusform>{key} · version {version} · %n steps</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Redact</name>
    <message numerus="yes">
      <source>%n box(es)</source>
      <translation>
        <numerusform>%n box(es)</numerusform>
        <numerusform>%n box(es)</numerusform>
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
      <source>'{what}' also stands in %n place(s) without a box.</source>
      <translation>
        <numerusform>'{what}' also stands in %n place without a box.</numerusform>
        <numerusform>'{what}' also stands in %n places without a box.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The same words also stand in %n place(s) without a box.</source>
      <translation>
        <numerusform>The same words also stand in %n place without a box.</numerusform>
        <numerusform>The same words also stand in %n places without a box.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The words of %n page(s) have not been read, so nothing is suggested there.</source>
      <translation>
        <numerusform>The words of %n page have not been read, so nothing is suggested there.</numerusform>
        <numerusform>The words of %n pages have not been read, so nothing is suggested there.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Renumber</name>
    <message numerus="yes">
      <source>%n in the trash come(s) after the last one.</source>
      <translation>
        <numerusform>%n in the trash come after the last one.</numerusform>
        <numerusform>%n in the trash comes after the last one.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Rules</name>
    <message numerus="yes">
      <source>%n calendar day(s)</source>
      <translation>
        <numerusform>%n calendar day</numerusform>
        <numerusform>%n calendar days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n fact(s)</source>
      <translation>
        <numerusform>%n fact</numerusform>
        <numerusform>%n facts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n open case(s)</source>
      <translation>
        <numerusform>%n open case</numerusform>
        <numerusform>%n open cases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n working day</numerusform>
        <numerusform>%n working days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n year</numerusform>
        <numerusform>%n years</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n found</numerusform>
        <numerusform>%n found</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Series</name>
    <message numerus="yes">
      <source>%n paper(s) with the present numbers have left the app.</source>
      <translation>
        <numerusform>%n paper with the present numbers have left the app.</numerusform>
        <numerusform>%n papers with the present numbers have left the app.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n screenshots put in order</source>
      <translation>
        <numerusform>%n screenshots put in order</numerusform>
        <numerusform>%n screenshots put in order</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Stamps</name>
    <message numerus="yes">
      <source>%n line(s). SHA-256 of the newest one, which fixes all before it:</source>
      <translation>
        <numerusform>%n line. SHA-256 of the newest one, which fixes all before it:</numerusform>
        <numerusform>%n lines. SHA-256 of the newest one, which fixes all before it:</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Today</name>
    <message numerus="yes">
      <source>%n day(s) ago</source>
      <translation>
        <numerusform>%n day ago</numerusform>
        <numerusform>%n days ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n due</source>
      <translation>
        <numerusform>%n due</numerusform>
        <numerusform>%n due</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n overdue</source>
      <translation>
        <numerusform>%n overdue</numerusform>
        <numerusform>%n overdue</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n day(s)</source>
      <translation>
        <numerusform>in %n day</numerusform>
        <numerusform>in %n days</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Tools</name>
    <message numerus="yes">
      <source>%n character(s).</source>
      <translation>
        <numerusform>%n character.</numerusform>
        <numerusform>%n characters.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to add. Each link leads to its place.</source>
      <translation>
        <numerusform>%n thing to add. Each link leads to its place.</numerusform>
        <numerusform>%n things to add. Each link leads to its place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n more</source>
      <translation>
        <numerusform>And %n more</numerusform>
        <numerusform>And %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>No number yet: remind me in %n day(s)</source>
      <translation>
        <numerusform>No number yet: remind me in %n day</numerusform>
        <numerusform>No number yet: remind me in %n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Other numbers (%n)</source>
      <translation>
        <numerusform>Other numbers (%n)</numerusform>
        <numerusform>Other numbers (%n)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Other routes (%n)</source>
      <translation>
        <numerusform>Other routes (%n)</numerusform>
        <numerusform>Other routes (%n)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Remind me to ask again in %n day(s)</source>
      <translation>
        <numerusform>Remind me to ask again in %n day</numerusform>
        <numerusform>Remind me to ask again in %n days</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Undo</name>
    <message numerus="yes">
      <source>add %n exhibit(s)</source>
      <translation>
        <numerusform>add %n exhibit</numerusform>
        <numerusform>add %n exhibits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>bring back %n exhibit(s)</source>
      <translation>
        <numerusform>bring back %n exhibit</numerusform>
        <numerusform>bring back %n exhibits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>delete %n contact(s)</source>
      <translation>
        <numerusform>delete %n contact</numerusform>
        <numerusform>delete %n contacts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>delete %n exhibit(s)</source>
      <translation>
        <numerusform>delete %n exhibit</numerusform>
        <numerusform>delete %n exhibits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>describe %n exhibit(s)</source>
      <translation>
        <numerusform>describe %n exhibit</numerusform>
        <numerusform>describe %n exhibits</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message numerus="yes">
      <source>%n line(s) may well be wrong.</source>
      <translation>
        <numerusform>%n line may well be wrong.</numerusform>
        <numerusform>%n lines may well be wrong.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Years</name>
    <message numerus="yes">
      <source>%n open deadline(s) change</source>
      <translation>
        <numerusform>%n open deadline change</numerusform>
        <numerusform>%n open deadlines change</numerusform>
      </translation>
    </message>
  </context>
</TS>
