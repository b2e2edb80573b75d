// What a page does with JavaScript: mark the words that were searched for, copy how a page is named, keep what a reader
// chose, and let the keyboard reach the menu and what scrolls.
// Everything else reads and browses without it.

import "./choices.js";
import "./menu.js";
import "./scrolling.js";
import { MARK } from "./search/mark.js";

const root = new URL("../../", import.meta.url);

if (new URLSearchParams(location.search).has(MARK)) {
  const { default: PagefindHighlight } = await import(new URL("pagefind/pagefind-highlight.js", root));
  new PagefindHighlight({ highlightParam: MARK, markContext: ".gg-top, .gg-text", addStyles: false });
}

for (const text of document.querySelectorAll("[data-gg-copy]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: text.dataset.ggCopy });
  const done = Object.assign(document.createElement("span"), { className: "gg-day", role: "status" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    done.textContent = text.dataset.ggCopied;
  });
  if (navigator.clipboard) text.after(button, " ", done);
}
