"use strict";
// Prints as JSON what pdf.js (Debian's libjs-pdf), the reader of Firefox and of many web sites, makes of a file: the
// words of each page, how many things it draws and links, the bookmarks, the attached files, and what it warns of.
//
//     node pdf_js.js FILE
const fs = require("fs");

const home = "/usr/share/javascript/pdf/";
const warnings = [];
console.log = (...said) => warnings.push(said.join(" "));
console.warn = console.log;
const reader = require(home + "build/pdf.js");
reader.GlobalWorkerOptions.workerSrc = home + "build/pdf.worker.js";

async function pageOf(pdf, number) {
  const page = await pdf.getPage(number);
  const words = await page.getTextContent();
  const drawn = await page.getOperatorList();
  const links = await page.getAnnotations();
  page.cleanup();
  return { text: words.items.map((item) => item.str).join("\n"), drawn: drawn.fnArray.length, links: links.length };
}

async function tell(path) {
  const data = new Uint8Array(fs.readFileSync(path));
  const fonts = home + "web/standard_fonts/"; // for exhibits that do not bring their own
  const options = { data, disableFontFace: true, stopAtErrors: true, standardFontDataUrl: fonts };
  const pdf = await reader.getDocument(options).promise;
  const told = { pages: [], bookmarks: ((await pdf.getOutline()) || []).map((item) => item.title) };
  told.attached = Object.keys((await pdf.getAttachments()) || {});
  for (let number = 1; number <= pdf.numPages; number += 1) told.pages.push(await pageOf(pdf, number));
  told.warnings = warnings;
  process.stdout.write(JSON.stringify(told));
}

tell(process.argv[2]).catch((error) => {
  process.stderr.write(String(error.stack || error));
  process.exitCode = 1;
});
