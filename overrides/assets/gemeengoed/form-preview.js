// How a page will read, made of what was typed: the Markdown that people write, as elements. Text is only ever set as text,
// so nothing that somebody typed or pasted can act; what is not known here (HTML, footnotes) shows as it was written.

import { element } from "./sheet.js";

const INLINE = /(!?)\[([^\]\n]*)\]\(([^)\s]+)\)|\*\*([^*\n]+)\*\*|__([^_\n]+)__|(?<![\w*])\*([^*\n]+)\*|(?<!\w)_([^_\n]+)_(?!\w)|`([^`\n]+)`/g;
const BULLET = /^\s{0,3}[-*+]\s+/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+/;
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** The parts of a line: text, emphasis, code, links. Pictures are named: their files are not here. */
function inline(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    const [all, picture, label, target, strong, strong2, soft, soft2, code] = found;
    parts.push(text.slice(at, found.index));
    if (picture) parts.push(element("em", {}, `[${label}]`));
    else if (target !== undefined) parts.push(link(label, target));
    else if (strong ?? strong2) parts.push(element("strong", {}, strong ?? strong2));
    else if (soft ?? soft2) parts.push(element("em", {}, soft ?? soft2));
    else parts.push(element("code", {}, code));
    at = found.index + all.length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

/** A link to the web works here; one to another page of the commons only looks like it. */
const link = (label, target) =>
  /^https?:\/\//i.test(target)
    ? element("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, label)
    : element("span", { class: "gg-form__link" }, label);

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => inline(cell.trim()));

function table([head, , ...rows]) {
  const row = (tag, line) => element("tr", {}, ...cells(line).map((cell) => element(tag, {}, ...cell)));
  return element("table", {}, element("thead", {}, row("th", head)), element("tbody", {}, ...rows.map((line) => row("td", line))));
}

function list(tag, mark, lines) {
  const items = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return element(tag, {}, ...items.map((item) => element("li", {}, ...inline(item))));
}

/** The element of a block: lines without a blank one between. */
function block(lines) {
  const [first, second] = lines;
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(first);
  if (heading) {
    const made = element(`h${Math.min(6, heading[1].length + 2)}`, {}, ...inline(heading[2]));
    return lines.length > 1 ? [made, ...block(lines.slice(1))] : [made];
  }
  if (BULLET.test(first)) return [list("ul", BULLET, lines)];
  if (NUMBER.test(first)) return [list("ol", NUMBER, lines)];
  if (first.startsWith(">")) return [element("blockquote", {}, ...block(lines.map((line) => line.replace(/^>\s?/, "")) ))];
  if (lines.length > 1 && ROW.test(first) && RULE.test(second)) return [table(lines)];
  if (/^(-{3,}|\*{3,}|_{3,})$/.test(first.trim()) && lines.length === 1) return [element("hr")];
  return [element("p", {}, ...inline(lines.join(" ")))];
}

/** The elements of a text in Markdown. */
export function rendered(text) {
  const blocks = [];
  let fence = null;
  let open = [];
  const close = () => {
    if (open.length) blocks.push(...block(open));
    open = [];
  };
  for (const line of text.split("\n")) {
    if (/^(```|~~~)/.test(line)) {
      if (fence) blocks.push(element("pre", {}, fence.join("\n")));
      else close();
      fence = fence ? null : [];
    } else if (fence) fence.push(line);
    else if (line.trim()) open.push(line);
    else close();
  }
  if (fence) blocks.push(element("pre", {}, fence.join("\n")));
  close();
  return blocks;
}
