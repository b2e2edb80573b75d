// An idea of the matrix as the beginning of an initiative: a Markdown file with the fields that it needs.

import { element, fill, save } from "./sheet.js";
import { nameOf, ranked } from "./matrix-state.js";

/** The part of the page in which one chooses an idea and takes the text along; `draw` brings it up to date. */
export function initiativeOf(sheet, say, state) {
  const about = JSON.parse(sheet.dataset.initiative);
  const choice = element("select");
  const written = element("textarea", { readOnly: true, rows: 12, "aria-label": say.text });
  const none = element("p", {}, say.no_idea);
  const done = element("span", { class: "gg-day", role: "status" });
  const chosen = () => state().ideas.find((idea) => String(idea.id) === choice.value);
  const write = () => {
    const idea = chosen();
    written.value = idea ? markdown(about, say, state(), idea) : "";
  };
  const download = () => save(`${slug(chosen().text) || "initiatief"}.md`, written.value, "text/markdown");
  const copy = async () => {
    await navigator.clipboard.writeText(written.value);
    done.textContent = say.copied;
  };
  let picked = "";
  choice.addEventListener("change", () => {
    picked = choice.value;
    write();
  });
  const form = element(
    "div",
    {},
    element("p", {}, element("label", {}, `${say.choose} `, choice)),
    written,
    element(
      "div",
      { class: "gg-sheet__bar" },
      element("button", { type: "button", onclick: download }, say.download),
      navigator.clipboard ? element("button", { type: "button", onclick: copy }, say.copy) : null,
      done,
    ),
  );
  const draw = () => {
    const ideas = ranked(state().ideas).filter((idea) => idea.text.trim());
    choice.replaceChildren(...ideas.map(({ id, text }) => element("option", { value: id }, text.slice(0, 80))));
    if (ideas.some((idea) => String(idea.id) === picked)) choice.value = picked;
    form.hidden = !ideas.length;
    none.hidden = ideas.length > 0;
    write();
  };
  const part = element(
    "details",
    { class: "gg-initiative" },
    element("summary", {}, say.initiative),
    element("p", {}, say.about),
    none,
    form,
  );
  return { part, draw };
}

/** The file of an initiative: what is not known yet is left to fill in, so that `check` asks for it. */
export function markdown(about, say, state, idea) {
  const at = ({ row, column }) => ({ row: nameOf(state, "rows", row, say), column: nameOf(state, "columns", column, say) });
  const here = at(idea);
  const head = [
    "---",
    `title: ${quoted(shortened(idea.text))}`,
    `summary: ${quoted(`… (${say.todo})`)}`,
    `authors: [] # ${say.todo}`,
    `themes: [${about.themes.join(", ")}]`,
    `network: ${about.network || `"" # ${say.todo}`}`,
    `promotor: "" # ${say.todo}`,
    `motivation: ${quoted(`… (${say.todo})`)}`,
    "phase: proposed",
    "status: draft",
    `related: [${about.ref}]`,
    "---",
  ];
  const opening = `${say.from} [${plain(about.title)}](${about.ref}). ${fill(say.at, { row: plain(here.row), column: plain(here.column) })}`;
  const rows = state.rows.flatMap((row) => [
    "",
    `### ${plain(nameOf(state, "rows", row.id, say))}`,
    "",
    ...lines(state, say, row),
  ]);
  return [...head, "", plain(idea.text), "", opening, "", `## ${say.all}`, ...rows, ""].join("\n");
}

function lines(state, say, row) {
  const found = ranked(state.ideas.filter((idea) => idea.row === row.id && idea.text.trim()));
  if (!found.length) return [`*${say.none}*`];
  return found.map((idea) => {
    const column = plain(nameOf(state, "columns", idea.column, say));
    const votes = idea.votes === 1 ? say.dot : fill(say.dots, { n: idea.votes });
    return `- **${column}** ${plain(idea.text)}${idea.votes ? ` (${votes})` : ""}`;
  });
}

/** A text in which Markdown sees no marks and a browser no elements. */
export function plain(text) {
  const line = text.replace(/\s+/g, " ").trim();
  const marks = line.replace(/[\\`*_{}[\]#|!]/g, "\\$&").replace(/^([-+]|\d+(?=[.)]))/, "$1\u200b");
  return marks.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A text as YAML reads it: between quotation marks, on one line (JSON is YAML). */
function quoted(text) {
  return JSON.stringify(text.replace(/\s+/g, " ").trim()).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, "");
}

function shortened(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

function slug(text) {
  const letters = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}
