// The file of a contribution: front matter and text, as `intake/front_matter.py` makes it. Whatever somebody typed is
// written as a quoted string or an indented block, so it can be nothing but text.

import { slugOf } from "./form-read.js";

const NAME = /^[a-z0-9]+(?:[/-][a-z0-9]+)*$/;
// What JSON leaves as it is, while YAML refuses it or takes it for the end of a line.
const UNSAFE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const PLAIN_BLOCK = /^[^\s][^\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*$/;

const quoted = (text) =>
  JSON.stringify(text).replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

function scalar(value, indent) {
  if (typeof value === "number") return String(value);
  if (value.includes("\n") && PLAIN_BLOCK.test(value) && value === value.trim())
    return ["|-", ...value.split("\n").map((line) => (line ? `${" ".repeat(indent)}${line}` : ""))].join("\n");
  return quoted(value);
}

function lines(data, indent) {
  const margin = " ".repeat(indent);
  return Object.entries(data).flatMap(([name, value]) => {
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one === "string" && NAME.test(one)))
        return [`${margin}${name}: [${value.map(quoted).join(", ")}]`];
      return [`${margin}${name}:`, ...value.flatMap((one) => entry(one, indent + 2))];
    }
    if (typeof value === "object") return [`${margin}${name}:`, ...lines(value, indent + 2)];
    return [`${margin}${name}: ${scalar(value, indent + 2)}`];
  });
}

function entry(value, indent) {
  if (typeof value !== "object") return [`${" ".repeat(indent)}- ${scalar(value, indent + 2)}`];
  const [first, ...rest] = lines(value, indent + 2);
  return [`${" ".repeat(indent)}- ${first.trimStart()}`, ...rest];
}

/** YAML that reads as what was put in: texts, numbers, lists, and mappings of them. */
export const yaml = (data) => `${lines(data, 0).join("\n")}\n`;

/** Who contributes: the name that is credited, and the entry to add to the register where there is none. */
export function personOf(form, values, person, today, taken) {
  const agreed = values.agreements;
  const organisation = values["contributor.organisation"];
  if (!agreed.includes("name")) return { credited: organisation };
  if (person) return { credited: person };
  const name = values["contributor.name"];
  const entry = { name };
  if (agreed.includes("organisation") && organisation) entry.organisations = [organisation];
  if (agreed.includes("skills")) {
    for (const skills of ["skills_offered", "skills_sought"])
      if (values[`contributor.${skills}`]) entry[skills] = values[`contributor.${skills}`];
  }
  for (const more of ["website", "about"]) if (values[`contributor.${more}`]) entry[more] = values[`contributor.${more}`];
  const scope = ["name", "organisation", "skills"].filter((one) => agreed.includes(one));
  entry.consent = { on: today, scope, licences: [form.licence] };
  const base = slugOf(name).slice(0, 70).replace(/-+$/, "") || "bijdrager";
  let credited = base;
  for (let number = 2; taken.has(credited); number += 1) credited = `${base}-${number}`;
  return { credited, entry };
}

/** The front matter, in the order in which the kind declares its fields. */
export function fieldsOf(form, values, credited, today) {
  const fields = {};
  for (const question of form.questions) {
    const [outer] = question.name.split(".");
    if (!form.order.includes(outer) || question.name === "body" || !(question.name in values)) continue;
    const steps = question.name.split(".");
    const last = steps.pop();
    steps.reduce((holder, step) => (holder[step] ??= {}), fields)[last] = values[question.name];
  }
  fields.authors = [credited];
  for (const name of form.filled) fields[name] = name.endsWith("on") ? today : credited;
  for (const name of form.own_when_empty) fields[name] ??= credited;
  return Object.fromEntries(form.order.filter((name) => name in fields).map((name) => [name, fields[name]]));
}

/** The text of the file. */
export const fileOf = (fields, body) => `---\n${yaml(fields)}---\n\n${body}\n`;

/** The entry of a new contributor, as lines of the register. */
export const entryOf = (credited, entry) => yaml({ [credited]: entry });
