<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>New case…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record a contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add evidence…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste as evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export dossier…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Print…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move to trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take out of the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete for good…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Timeline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Facts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dossier</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check all files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the data folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add the sample case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove the sample case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About WalletCase</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CaseHeader</name>
    <message>
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sample, fictitious</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference number copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the reference number</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Waiting for %n day(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>An answer is expected by {date}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>Overdue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Follow-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sample</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Newest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sort by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No case belongs under this filter right now.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CasePage</name>
    <message>
      <source>Parts of the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Timeline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Facts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dossier</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Dialogs</name>
    <message>
      <source>Copy details</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Due</name>
    <message numerus="yes">
      <source>%n day(s) left</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>answer due today</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>Evidence</name>
    <message>
      <source>There are no files in this folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pasted {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clipboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without them, the other files are added.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Order</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By date made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files…</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Other ways to add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look closely</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save a copy…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open with system viewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy check sum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move to trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Picture of the exhibit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{exhibit} moved to the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save a copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open “{file}”?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files of this kind can run a program on this computer. Open it only if you know where it comes from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No program on this computer opens this kind of file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let go to add to this case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files are copied; your own stay where they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Original name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type and size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Extent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Says of itself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time} (written by the device; anyone can change it)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check sum copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the check sum (SHA-256)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For example: the app showed error 1003 when I opened the wallet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it proves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where it comes from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Original or copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belongs to step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The case as a whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exhibits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added: {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>already here before: {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not added: {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out: {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping. What is in stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Adding evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and {n} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drag the attachment to the desktop first, then from there into the case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This comes from a web page. Save the picture first, then add the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no picture and no file to paste. Take a screenshot or copy a file first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add all files of a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop screenshots, photos or PDFs here, or press Ctrl+V to paste. They are copied and stay exactly as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No evidence yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous page (PgUp)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next page (PgDn)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom out (-)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look closely (Space), back with Esc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text of the exhibit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zoom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whole page (0)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full width</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exhibit {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind} picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>E-mail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Office document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audio</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Video</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Original</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phone screenshot</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SMS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chat export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bank statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Same as {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locked by a password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Too large to show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is stored exactly as you added it and goes into the evidence list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can open it with the program it belongs to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The stored file is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you wrote about it is here. Add the file again, or restore a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file asks for a password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file can’t be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This picture is too large to show here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drawing this file took too long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has no content at all. Please check the file you took it from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No preview for this kind of file</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Amounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not filled in yet: {fields}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing recorded yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Round {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you ask for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>, </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title of the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove the tag {tag}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Filter</name>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Follow-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overdue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resolved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trash</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FilterRail</name>
    <message>
      <source>Filters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Offline. Your data stays on this computer.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Journeys</name>
    <message>
      <source>Move to trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept as a draft case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the sample case…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample case is fictitious</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample case is gone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete '{title}' for good?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its record and files are removed from this computer. This can't be undone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete for good</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking all files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is as it was stored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It keeps your record and gives no legal advice. It makes no network connection. MIT licence; fonts and icons by others are listed in resources/licenses.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clipboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pasted picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Moved to trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>&amp;Case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language / 语言</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text size</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Next</name>
    <message>
      <source>Nothing left to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait until {date}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NextCard</name>
    <message>
      <source>Do it now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All steps are settled. You can print the record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the dossier</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing left to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to do until {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An answer is expected by then. If they contact you, record it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The answer was expected by {date} and none is recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overdue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next step</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>Draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preparing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accepted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Escalated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resolved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Closed</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StepRail</name>
    <message>
      <source>open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step {n}, {name}, {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Tick what belongs to this contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This case has no evidence yet. Add it in the Evidence tab.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exhibits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Linked evidence: {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Link evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pick from the calendar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time, if known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name, staff number, department</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you said, what they answered, as exactly as you can</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They promised an answer by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The bank has answered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was promised before is then no longer awaited.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Channel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was said</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you typed stays here until you save or discard it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record a contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Correct a contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please write what was said.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The date can't be read: write it like 2026-11-22.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The time can't be read: write it like 14:05, or leave it empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The promised date can't be read: write it like 2026-11-22.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Correct</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No. {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>corrected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contacts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy reference number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy what was said</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oldest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No contact recorded yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note every call, visit and message: when, with whom, and what was said. It prints as a table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The weeks at a glance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} contacts from {first} to {last}; longest silence {days}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draft discarded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with the draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trash: {n}. Choose a contact to bring it back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yesterday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tomorrow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in {days}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} without any contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer due today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer due {date}, {days} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Promised by {date}: {days} overdue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Promised by {date}: answered {days} late</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Promised by {date}: kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exhibit {n}  {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>recorded {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contact recorded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contact corrected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contact moved to the trash</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>A folder with a seal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make your first case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the sample case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep every call and every proof</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step by step from 'it will not open' to 'settled', with a record to print.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your data stays on this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No account, no network. Everything is kept in one folder that only you can read:</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Choose a case on the left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its next step, contacts, evidence and dossier appear here.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Wizard</name>
    <message>
      <source>Not a date yet; kept as typed. For example 2026-11-22.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not a time yet; kept as typed. For example 14:05.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not a phone number yet; kept as typed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not an amount yet; kept as typed. For example 1234.50.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None of the answers listed; kept as written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This list of people could not be read; kept as written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Longer than fits here; kept as typed. Please shorten it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not complete yet; kept as typed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Required</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Role</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove this person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calendar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the calendar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>HH:MM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{step}: recorded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{step}: skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is wrong?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The basics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which flow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title of the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One line for your list. You can change it at any time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop screenshots or files here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An error message, an SMS, a statement. Originals stay as they are; more can be added later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paste a screenshot</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no picture and no file in the clipboard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pasted picture {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take out: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Still empty, and usually asked for. You can finish without it:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to: {field}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why is this step skipped?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For example: solved by phone already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip this step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep it open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a reason first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer promised by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The waiting counts up to this day. You can add it later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How did this step end?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please choose how it ended; then it can be recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step {n} of {all} · {phase}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Round {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skipped: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done on {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skipped on {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reopen to correct</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The case is closed. Nothing is left to do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to do until {date}; then: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is recorded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No field was filled in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Round {n} · {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checklist · {done} of {all}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Worth keeping as evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added in this step: {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop files anywhere on this page, or</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Good to know</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More advice ({n})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>checked {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To be verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not saved yet: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you typed is still here and will be saved with your next change.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
