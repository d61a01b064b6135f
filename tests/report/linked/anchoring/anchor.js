// Finds each annotation in its text with Apache Annotator. In (standard input): {"texts": {uri: text}, "annotations": […]}.
// Out: for each annotation where its quote and its position were found, as [start, text] in UTF-16 units.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { texts, annotations } = JSON.parse(readFileSync(0, "utf8"));
const { window } = new JSDOM("<!doctype html><body></body>");
for (const name of ["Node", "NodeFilter", "Range", "document", "window"]) globalThis[name] = window[name];
const { createTextQuoteSelectorMatcher, createTextPositionSelectorMatcher } = await import("@apache-annotator/dom");

async function found(matcher, scope) {
  const ranges = [];
  for await (const range of matcher(scope)) ranges.push([range.startOffset, range.toString()]);
  return ranges;
}

const answers = [];
for (const { target } of annotations) {
  const page = window.document.createElement("pre");
  page.textContent = texts[target.state ? target.state.cached : target.source.id];
  window.document.body.replaceChildren(page);
  const [quote, position] = target.selector;
  answers.push({
    quote: await found(createTextQuoteSelectorMatcher(quote), page),
    position: await found(createTextPositionSelectorMatcher(position), page),
  });
}
process.stdout.write(JSON.stringify(answers));
