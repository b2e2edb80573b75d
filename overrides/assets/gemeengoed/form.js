// The form of a kind: fill in, look over, and take along. Nothing leaves the browser but by a link that somebody follows;
// what is asked of the site itself are its lists of names, its search index, and whether a name is taken.

import { chooser } from "./form-choose.js";
import { entryOf, fieldsOf, fileOf, personOf } from "./form-file.js";
import { plain, readAll, slugOf } from "./form-read.js";
import { rendered } from "./form-preview.js";
import { searcher } from "./form-search.js";
import { fileAddress, issueAddress, mailAddress } from "./form-send.js";
import { element, fill, keeper, save } from "./sheet.js";

const PATIENCE = 400;

const at = (name) => document.getElementById(`gg-form${name}`);
const form = JSON.parse(at("-data").dataset.form);
const { say } = form;
const root = new URL(form.root, location.href);
const kept = keeper(`form:${form.kind || "join"}`);
const holders = new Map();
const touched = new Set();
let file = null;

// Names and pages to choose from

let names;
const loadNames = () =>
  (names ??= fetch(new URL(form.names, location.href)).then((answer) => answer.json()).catch(() => ({})));

const { pages, like } = searcher(form, root);

function finder(holder) {
  const register = holder.dataset.register;
  const kinds = (holder.dataset.kinds ?? "").split(" ").filter(Boolean).map((kind) => form.kinds[kind]);
  if (register === "item") return (typed) => pages(typed, kinds, 8);
  return async (typed) => {
    const known = await loadNames();
    const entries = register === "party" ? [...(known.contributor ?? []), ...(known.organisation ?? [])] : known[register];
    const words = plain(typed).split(" ");
    return (entries ?? [])
      .filter(([, label]) => words.every((word) => plain(label).includes(word)))
      .sort((one, other) => plain(other[1]).startsWith(words[0]) - plain(one[1]).startsWith(words[0]))
      .map(([id, label, note]) => ({ id, label, note }));
  };
}

// Fields

/** What gets and sets the answer in a holder; `path` names it among the touched. */
function field(holder) {
  const { sort } = holder.dataset;
  if (sort === "agreements") return boxes(holder);
  if (sort === "records") return records(holder);
  if (holder.dataset.register) {
    const one = chooser(holder, finder(holder), say, () => changed(holder));
    return one;
  }
  const input = holder.querySelector("input, textarea, select");
  return { get: () => input.value, set: (value) => (input.value = typeof value === "string" ? value : "") };
}

function boxes(holder) {
  const all = [...holder.querySelectorAll("input")];
  return {
    get: () => all.filter((box) => box.checked).map((box) => box.value),
    set: (values) => all.forEach((box) => (box.checked = values.includes(box.value))),
  };
}

function records(holder) {
  const template = holder.querySelector("template");
  const place = holder.querySelector(".gg-field__records");
  const add = holder.querySelector(".gg-field__add");
  let count = 0;
  let made = [];
  const append = (values = {}) => {
    const copy = template.content.firstElementChild.cloneNode(true);
    count += 1;
    for (const part of copy.querySelectorAll("[id], [for], [aria-describedby]"))
      for (const name of ["id", "for", "aria-describedby"])
        if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replaceAll("-N-", `-${count}-`));
    place.append(copy);
    const parts = new Map([...copy.querySelectorAll(".gg-field")].map((part) => [part.dataset.name, field(part)]));
    for (const [name, part] of parts) if (name in values) part.set(values[name]);
    const record = { copy, parts };
    made.push(record);
    copy.querySelector(".gg-record__remove").addEventListener("click", () => {
      made = made.filter((other) => other !== record);
      copy.remove();
      number();
      add.focus();
      changed(holder);
    });
    number();
    return copy;
  };
  const number = () =>
    made.forEach((record, index) => (record.copy.querySelector(".gg-record__number").textContent = index + 1));
  add.hidden = false;
  add.addEventListener("click", () => append().querySelector("input, textarea, select").focus());
  return {
    get: () => made.map(({ parts }) => Object.fromEntries([...parts].map(([name, part]) => [name, part.get()]))),
    set(values) {
      made.forEach((record) => record.copy.remove());
      made = [];
      values.forEach((value) => append(value));
    },
  };
}

const FREE = "contributor.name";

/** The answers as they are typed; of who contributes, the name only. */
const answers = () => Object.fromEntries([...holders].map(([name, { field }]) => [name, field.get()]));
const typed = (all) => ({ ...all, [FREE]: all[FREE][0]?.label ?? "" });

// Checks

function show(name, fault) {
  const { holder } = holders.get(name);
  const error = holder.querySelector(":scope > .gg-field__error");
  if (error.textContent === (fault ?? "")) return;
  error.textContent = fault ?? "";
  const input = holder.querySelector("input, textarea, select");
  if (holder.tagName !== "FIELDSET") fault ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  holder.classList.toggle("gg-field--wrong", Boolean(fault));
}

/** Check what was touched, or everything. Gives the values and faults. */
async function check(all) {
  const given = answers();
  const found = readAll(form.questions, typed(given), say, !form.kind);
  if (!given[FREE][0]?.id && found.values[FREE] && found.values.agreements?.includes("name") && all) {
    const same = ((await loadNames()).contributor ?? []).filter(([, label]) => plain(label) === plain(found.values[FREE]));
    if (same.length > 1) found.faults[FREE] = fill(say.several, { typed: found.values[FREE], several: same.map(([, label, note]) => `${label} (${note})`).join("; ") });
    else if (same.length) found.person = same[0][0];
  }
  found.person ??= given[FREE][0]?.id;
  if (!form.kind && found.person) found.faults[FREE] = fill(say.known, { typed: found.values[FREE] });
  for (const [name, { holder }] of holders) {
    const isChoosing = holder.dataset.register && holder.contains(document.activeElement);
    if (all || (touched.has(name) && !(isChoosing && found.faults[name]))) show(name, found.faults[name]);
  }
  return { ...found, given };
}

function summary(faults) {
  const box = at("-summary");
  const wrong = form.questions.filter((question) => faults[question.name]);
  box.hidden = !wrong.length;
  box.replaceChildren(
    element("h2", {}, say.errors),
    element("ul", {}, ...wrong.map((question) => {
      const to = focusable(question.name);
      return element("li", {}, element("a", { href: `#${to.id}`, onclick: (event) => { event.preventDefault(); reveal(to); } },
        `${question.label}: ${faults[question.name]}`));
    })),
  );
  return wrong;
}

const focusable = (name) => {
  const { holder } = holders.get(name);
  return holder.tagName === "FIELDSET" ? holder : holder.querySelector("input, textarea, select");
};
const reveal = (field) => {
  field.closest("details")?.setAttribute("open", "");
  field.focus();
};

// Kept, and similar pages

let waiting;
let searched;
function changed(target) {
  const holder = target.closest("form > fieldset > .gg-field, form > fieldset > details > .gg-field") ?? target;
  at("-ready").hidden = true;
  file = null;
  if (!kept.write(answers())) at("-said").textContent = say.lost;
  else at("-said").textContent = say.kept;
  clearTimeout(waiting);
  waiting = setTimeout(() => check(false), PATIENCE);
  if (holder.dataset.name === "title") {
    clearTimeout(searched);
    searched = setTimeout(similar, PATIENCE);
  }
}

async function similar() {
  const title = holders.get("title").field.get();
  const place = at("-similar");
  if (title.trim().length < 5) return place.replaceChildren();
  const found = await like(title);
  if (title !== holders.get("title").field.get()) return undefined;
  if (!found.length) return place.replaceChildren();
  place.replaceChildren(
    element("p", {}, say.similar),
    element("ul", {}, ...found.map(({ label, address, note }) =>
      element("li", {}, element("a", { href: address.href, target: "_blank" }, label), note ? ` (${note})` : ""))),
  );
}

// Ready

/** A free name for the file: that of the title, with a number behind it where the search knows a page of that name. */
async function free(title) {
  const base = slugOf(title);
  const taken = new Set((await pages(title, [form.folder], 8)).map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `-${number}`;
    const slug = `${base.slice(0, 80 - end.length).replace(/-+$/, "")}${end}`;
    if (!taken.has(`${form.folder}/${slug}`)) return slug;
  }
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
};

/** What does not fit in an address, each with a button to copy it. */
function note(left) {
  at("-note").hidden = !left.length;
  at("-note").replaceChildren(
    element("p", {}, say.too_long),
    element("ul", {}, ...left.map(({ label, text }) =>
      element("li", {}, element("button", { type: "button", onclick: (event) => copy(event.currentTarget, text) }, fill(say.copy, { name: label }))))),
  );
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  at("-copied").textContent = `${say.copied}: ${button.textContent}`;
}

/** The page as it will read; of somebody who joins, nothing but the lines of the register. */
function preview(values, given, credited) {
  const by = values.agreements.includes("name") ? values["contributor.name"] : given["contributor.organisation"]?.[0]?.label;
  at("-preview").replaceChildren(
    element("h3", {}, values.title),
    element("p", { class: "gg-lead" }, values.summary),
    element("p", { class: "gg-day" }, fill(say.by, { name: by ?? credited })),
    ...rendered(values.body),
  );
}

/** What the form makes of the answers: the file, and the entry of a new contributor. */
async function make({ values, person }) {
  const known = await loadNames();
  const taken = new Set([...(known.contributor ?? []), ...(known.organisation ?? [])].map(([id]) => id));
  const who = personOf(form, values, person, today(), taken);
  const entry = who.entry ? entryOf(who.credited, who.entry) : "";
  if (!form.kind) return { ...who, title: values["contributor.name"], name: `${who.credited}.yaml`, text: "", entry };
  const name = `${await free(values.title)}.md`;
  const text = fileOf(fieldsOf(form, values, who.credited, today()), values.body);
  return { ...who, title: values.title, name, text, entry };
}

async function ready({ values, given, person }) {
  const made = await make({ values, person });
  file = made;
  if (form.kind) {
    preview(values, given, made.credited);
    at("-path").textContent = `commons/${form.folder}/${made.name}`;
    at("-file").textContent = made.text;
  }
  at("-person").hidden = !made.entry;
  at("-person-said").textContent = form.kind ? say.new_person : say.new_lines;
  at("-entry").textContent = made.entry;
  const left = [];
  if (at("-issue")) {
    const elsewhere = { target: "_blank", rel: "noopener noreferrer" };
    const [issue, proposed] = [issueAddress(form, typed(given), made, say), fileAddress(form, made, say)];
    Object.assign(at("-issue"), elsewhere, { href: issue.href });
    Object.assign(at("-propose"), elsewhere, { href: proposed.href });
    left.push(...issue.left, ...proposed.left);
  }
  note([...new Map(left.map((one) => [one.text, one])).values()]);
  if (at("-mail")) at("-mail").href = mailAddress(form, made, say);
  at("-ready").hidden = false;
  at("-ready-title").focus();
  at("-ready").scrollIntoView();
}

// Start

for (const holder of at("").querySelectorAll(":scope > fieldset > .gg-field, :scope > fieldset > details > .gg-field"))
  holders.set(holder.dataset.name, { holder, field: field(holder) });
const before = kept.read() ?? {};
for (const [name, { field: one }] of holders) {
  try {
    if (name in before) one.set(before[name]);
  } catch {
    one.set([]); // kept by an older form
  }
}
// What a link fills in, such as those of the contact page: `?networks=networks/x The name of it`.
for (const [name, value] of new URLSearchParams(location.search)) {
  const [id, ...label] = value.split(" ");
  const { holder, field: one } = holders.get(name) ?? {};
  if (holder?.dataset.sort === "references" && !one.get().some((other) => other.id === id))
    one.set([...one.get(), { id, label: label.join(" ") || id }]);
}
if (location.search && kept.write(answers())) history.replaceState(null, "", location.pathname); // or it would come back
at("-bar").hidden = false;
at("-said").textContent = say.kept;

at("").addEventListener("input", (event) => changed(event.target));
at("").addEventListener("focusout", (event) => {
  const holder = event.target.closest("form > fieldset > .gg-field, form > fieldset > details > .gg-field");
  if (!holder || holder.contains(event.relatedTarget)) return;
  const { name } = holder.dataset;
  const answer = holders.get(name).field.get();
  if (answer.length) touched.add(name);
  setTimeout(() => check(false), PATIENCE);
});
at("").addEventListener("submit", async (event) => {
  event.preventDefault();
  const found = await check(true);
  for (const name of holders.keys()) touched.add(name);
  const wrong = summary(found.faults);
  if (wrong.length) reveal(focusable(wrong[0].name));
  else await ready(found);
});
at("-save").addEventListener("click", () => file && save(file.name, file.text || file.entry, "text/plain"));
at("-save-entry")?.addEventListener("click", () => file && save(`${file.credited}.yaml`, file.entry, "text/plain"));
at("-copy")?.addEventListener("click", (event) => copy(event.currentTarget, file.text));
at("-copy-entry").addEventListener("click", (event) => copy(event.currentTarget, file.entry));
at("-clear").addEventListener("click", () => {
  at("-sure").hidden = false;
  at("-no").focus();
});
at("-no").addEventListener("click", () => {
  at("-sure").hidden = true;
  at("-clear").focus();
});
at("-yes").addEventListener("click", () => {
  for (const { holder, field: one } of holders.values()) one.set(["reference", "references", "agreements", "records"].includes(holder.dataset.sort) || holder.dataset.register ? [] : "");
  kept.clear();
  touched.clear();
  for (const name of holders.keys()) show(name);
  summary({});
  at("-similar")?.replaceChildren();
  at("-ready").hidden = true;
  at("-sure").hidden = true;
  at("-said").textContent = say.cleared;
  at("-clear").focus();
});
