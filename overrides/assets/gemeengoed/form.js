// The form of a kind: fill in, look over, and take along. Nothing leaves the browser but by a link that somebody follows;
// what is asked of the site itself are its lists of names, its search index, and whether a name is taken.

import { chooser } from "./form-choose.js";
import { entryOf, fieldsOf, fileOf, personOf } from "./form-file.js";
import { plain, readAll, slugOf } from "./form-read.js";
import { element, fill, keeper, save } from "./sheet.js";

const LONGEST_ADDRESS = 7500;
const LONGEST_MAIL = 1800;
const PATIENCE = 400;

const at = (name) => document.getElementById(`gg-form${name}`);
const form = JSON.parse(at("-data").dataset.form);
const { say } = form;
const root = new URL(form.root, location.href);
const kept = keeper(`form:${form.kind}`);
const holders = new Map();
const touched = new Set();
let file = null;

// Names and pages to choose from

let names;
const loadNames = () =>
  (names ??= fetch(new URL(form.names, location.href)).then((answer) => answer.json()).catch(() => ({})));

let searching;
const search = () =>
  (searching ??= (async () => {
    const bundle = new URL("pagefind/", root);
    const pagefind = await import(new URL("pagefind.js", bundle));
    const about = await fetch(new URL("parts.json", bundle)).then((answer) => answer.json());
    const options = { baseUrl: root.pathname };
    await pagefind.options(options);
    await pagefind.init();
    for (const part of about.parts) await pagefind.mergeIndex(new URL(part, bundle).pathname, options);
    return pagefind;
  })());

/** The pages that fit words best: their title, address and the reference that an item has. */
async function pages(words, kinds, most) {
  if (!words.trim()) return [];
  try {
    const { results } = await (await search()).search(words);
    const found = [];
    for (const result of results.slice(0, 4 * most)) {
      if (found.length === most) break;
      const { url, meta } = await result.data();
      const address = new URL(url, root);
      const [folder, slug, more] = address.pathname.slice(root.pathname.length).split("/").filter(Boolean);
      const ref = `${form.folders[folder]}/${slug}`;
      if (!form.folders[folder] || !slug || more || (kinds.length && !kinds.includes(form.folders[folder]))) continue;
      found.push({ id: ref, label: meta.title ?? ref, note: meta.kind ?? "", address });
    }
    return found;
  } catch {
    return [];
  }
}

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
  const found = readAll(form.questions, typed(given), say);
  if (!given[FREE][0]?.id && found.values[FREE] && found.values.agreements?.includes("name") && all) {
    const same = ((await loadNames()).contributor ?? []).filter(([, label]) => plain(label) === plain(found.values[FREE]));
    if (same.length > 1) found.faults[FREE] = fill(say.several, { typed: found.values[FREE], several: same.map(([, label, note]) => `${label} (${note})`).join("; ") });
    else if (same.length) found.person = same[0][0];
  }
  found.person ??= given[FREE][0]?.id;
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
  // The search wants every word on a page; the longest words alone find what is like it under another title.
  const long = plain(title).split(" ").filter((word) => word.length > 5).sort((one, other) => other.length - one.length);
  const all = await Promise.all([title, ...long.slice(0, 2)].map((words) => pages(words, [], 3)));
  const found = [...new Map(all.flat().map((page) => [page.id, page])).values()].slice(0, 3);
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

const written = (answer, question) => {
  if (typeof answer === "string") return question.sort === "choice" ? (question.choices[answer] ?? "") : answer;
  if (question.sort === "agreements") return answer.map((one) => `- [x] ${question.choices[one]}`).join("\n");
  if (question.sort !== "records") return answer.map((one) => (one.id.includes("/") ? one.id : one.label)).join(", ");
  return answer
    .map((record) => question.parts.map((part) => written(record[part.name] ?? "", part)).filter(Boolean).join(" | "))
    .join("\n");
};

/** The address of the forge's form with everything filled in; what it does not ask goes along as a remark. */
function issueAddress(given, text) {
  const address = new URL(form.forge.form || `${form.forge.url}/issues/new`);
  address.searchParams.set("title", `[${form.label}] ${given.title}`);
  if (!form.forge.form) {
    address.searchParams.set("body", `~~~~~~markdown\n${text}~~~~~~\n`);
    return shortened(address, "body");
  }
  const besides = [];
  for (const question of form.questions) {
    const answer = written(given[question.name], question).trim();
    if (!answer || question.sort === "agreements") continue;
    if (question.extra) besides.push(`${question.label}: ${answer}`);
    else if (question.name === "title") address.searchParams.set("title", `[${form.label}] ${answer}`);
    if (!question.extra) address.searchParams.set(question.name.replaceAll(".", "-"), answer);
  }
  if (besides.length) address.searchParams.set("remark", [given.remark, ...besides].filter(Boolean).join("\n\n"));
  return shortened(address, "body");
}

/** The address without its text where a server would refuse it for its length. */
function shortened(address, name) {
  if (address.href.length <= LONGEST_ADDRESS) return address.href;
  address.searchParams.set(name, say.to_paste);
  if (address.href.length > LONGEST_ADDRESS)
    for (const key of [...address.searchParams.keys()]) if (!["template", "filename"].includes(key)) address.searchParams.delete(key);
  at("-note").hidden = false;
  at("-note").textContent = say.too_long;
  return address.href;
}

function proposeAddress(path, text) {
  const cut = path.lastIndexOf("/");
  const address = new URL(`${form.forge.url}/new/${form.forge.branch}/${path.slice(0, cut)}`);
  address.searchParams.set("filename", path.slice(cut + 1));
  address.searchParams.set("value", text);
  return shortened(address, "value");
}

function mailAddress(title, text) {
  const body = encodeURIComponent(text);
  return `mailto:${form.mail}?subject=${encodeURIComponent(fill(say.mail, { title }))}&body=${
    body.length > LONGEST_MAIL ? encodeURIComponent(say.mail_long) : body.replaceAll("%0A", "%0D%0A")}`;
}

/** The page as it will read, as far as plain text can show it. */
function preview(values) {
  const paragraphs = values.body.split(/\n{2,}/).flatMap((part) => {
    const heading = /^#{2,6}\s+(.*)/.exec(part);
    return heading ? [element("h4", {}, heading[1])] : [element("p", {}, part)];
  });
  at("-preview").replaceChildren(element("h3", {}, values.title), element("p", { class: "gg-lead" }, values.summary), ...paragraphs);
}

async function ready({ values, given, person }) {
  const known = await loadNames();
  const taken = new Set([...(known.contributor ?? []), ...(known.organisation ?? [])].map(([id]) => id));
  const who = personOf(form, values, person, today(), taken);
  const slug = await free(values.title);
  const text = fileOf(fieldsOf(form, values, who.credited, today()), values.body);
  const entry = who.entry ? entryOf(who.credited, who.entry) : "";
  file = { name: `${slug}.md`, text };
  at("-note").hidden = true;
  preview(values);
  at("-path").textContent = `commons/${form.folder}/${slug}.md`;
  at("-file").textContent = text;
  at("-person").hidden = !entry;
  at("-person-said").textContent = say.new_person;
  at("-entry").textContent = entry;
  if (at("-issue")) {
    const elsewhere = { target: "_blank", rel: "noopener noreferrer" };
    Object.assign(at("-issue"), elsewhere, { href: issueAddress(typed(given), text) });
    Object.assign(at("-propose"), elsewhere, { href: proposeAddress(`commons/${form.folder}/${slug}.md`, text) });
  }
  if (at("-mail")) at("-mail").href = mailAddress(values.title, entry ? `${text}\n\n${entry}` : text);
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
at("-save").addEventListener("click", () => file && save(file.name, file.text, "text/markdown"));
at("-copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(file.text);
  at("-copy").textContent = say.copied;
});
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
  at("-similar").replaceChildren();
  at("-ready").hidden = true;
  at("-sure").hidden = true;
  at("-said").textContent = say.cleared;
  at("-clear").focus();
});
