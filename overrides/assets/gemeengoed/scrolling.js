// What is wider than the page and scrolls by itself (a table, a line of code) can be reached by keyboard, under the name of
// the heading above it. Only while it scrolls: anything else would be one more stop for nothing.

const SCROLLS = ".gg-scroll, .gg-page pre:has(code), .gg-drawing";

function heading(region) {
  const before = [...document.querySelectorAll("h1, h2[id], h3[id], h4[id]")].filter(
    (each) => each.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const last = before.at(-1);
  if (last && !last.id) last.id = "gg-title";
  return last?.id;
}

function reach() {
  for (const region of document.querySelectorAll(SCROLLS)) {
    const scrolls = region.scrollWidth > region.clientWidth && getComputedStyle(region).overflowX !== "visible";
    region.toggleAttribute("tabindex", scrolls);
    if (!scrolls) continue;
    region.tabIndex = 0;
    if (region.localName !== "div" || region.hasAttribute("aria-label")) continue;
    region.setAttribute("role", "region");
    region.setAttribute("aria-labelledby", heading(region) ?? "");
  }
}

addEventListener("load", reach);
addEventListener("resize", reach);
addEventListener("toggle", reach, true); // what was folded has no width
