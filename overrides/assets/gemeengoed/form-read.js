// Values out of what somebody typed, by the same rules as `intake/read.py`: a date as people write it, a list on lines.
// Every function gives a value or throws a Fault; `say` holds the sentences, in the language of the site.

import { fill } from "./sheet.js";

/** What is wrong with an answer, in words for who typed it. */
export class Fault extends Error {}

const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const ACTING = /[\u200b\u200e\u200f\u2060\ufeff\u061c\u180e\u202a-\u202e\u2066-\u206f]/u;
const EMPTY = new Set(["", "_no response_", "no response", "none", "n/a", "-"]);

/** The text in NFC with \n for every line end, without signs that cannot be seen or would act. */
export function clean(text) {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n");
  const kept = [...lines].filter((sign) => sign === "\n" || sign === "\t" || !(HIDDEN.test(sign) || ACTING.test(sign)));
  return kept.join("").normalize("NFC").trim();
}

export const oneLine = (text) => clean(text).split(/\s+/).join(" ");

/** A name as it is compared: without accents, capitals and signs between the words. */
export const plain = (name) => (ascii(name).toLowerCase().match(/[a-z0-9]+/g) ?? []).join(" ");

/** The file name of a title; empty when nothing of it is left. */
export const slugOf = (title) => trimmed(trimmed(ascii(title).toLowerCase().replace(/[^a-z0-9]+/g, "-")).slice(0, 80));

// eslint-disable-next-line no-control-regex
const ascii = (text) => text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
const trimmed = (slug) => slug.replace(/^-+|-+$/g, "");

const linesOf = (text) =>
  clean(text)
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, "").split(/\s+/).join(" ").trim())
    .filter(Boolean);

const bodyOf = (text) =>
  clean(text).split("\n").map((line) => line.trimEnd()).join("\n").replace(/<!--[^]*?(?:-->|$)/g, "").trim();

const fitting = (question, text, say) => {
  const length = [...text].length;
  if (length > question.longest) throw new Fault(fill(say.long, { length, limit: question.longest }));
  return text;
};

const pad = (number) => String(number).padStart(2, "0");

function exact(year, month, day, time) {
  if (month === undefined) return `${year}`;
  if (month < 1 || month > 12 || +year === 0) return null;
  if (day === undefined) return time ? null : `${year}-${pad(+month)}`;
  const last = new Date(Date.UTC(2000 + (year % 400), +month, 0)).getUTCDate();
  if (day < 1 || day > last) return null;
  if (!time) return `${year}-${pad(+month)}-${pad(+day)}`;
  const [hour, minute] = time;
  return hour > 23 || minute > 59 ? null : `${year}-${pad(+month)}-${pad(+day)}T${pad(+hour)}:${pad(+minute)}`;
}

function clock(rest) {
  if (!rest?.trim()) return undefined;
  const found = /^[\s,]*(?:om|at|T)?\s*(\d{1,2})[:.u](\d{2})?\s*(?:uur|u|h)?$/.exec(rest);
  return found ? [found[1], found[2] ?? "00"] : null;
}

/** A partial date as the commons writes it; null for what is none. */
export function dateOf(typed, months) {
  const text = typed.trim();
  const bare = text.toUpperCase().replace(" ", "T");
  let found = /^(\d{4})(?:-(Q[1-4])|-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?$/.exec(bare);
  if (found) {
    const [, year, quarter, month, day, hour, minute] = found;
    if (+year === 0) return null;
    return quarter ? `${year}-${quarter}` : exact(year, month, day, hour && [hour, minute]);
  }
  const timed = (year, month, day, rest) => {
    const time = clock(rest);
    return time === null || (time && day === undefined) ? null : exact(year, month, day, time);
  };
  if ((found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)$/.exec(text))) return timed(found[3], found[2], found[1], found[4]);
  if ((found = /^(\d{1,2})[/.-](\d{4})$/.exec(text))) return exact(found[2], found[1]);
  found = /^(?:(\d{1,2})(?:ste|de|e|st|nd|rd|th)?\s+)?([\p{L}]+)\.?\s+(\d{4})(.*)$/u.exec(text);
  const month = found && months[found[2].toLowerCase()];
  return month ? timed(found[3], month, found[1], found[4]) : null;
}

const BETWEEN = /\s*(?:\/|\s[-–]\s|–|(?<=^\d{4})-(?=\d{4}$)|\s(?:tot en met|tot|t\/m|to|until)\s)\s*/;

function periodOf(typed, months) {
  const one = dateOf(typed, months);
  if (one) return one;
  const parts = typed.trim().split(BETWEEN).map((part) => dateOf(part, months));
  if (parts.length !== 2 || parts.includes(null)) return null;
  if (bound(parts[1], "12", "31") < bound(parts[0], "01", "01")) return null;
  return parts[0] === parts[1] ? parts[0] : parts.join("/");
}

/** The first or last day of a partial date, to compare with. */
function bound(date, month, day) {
  const [year, rest = month, own = day] = date.slice(0, 10).split("-");
  if (!rest.startsWith("Q")) return `${year}-${rest}-${own}`;
  return `${year}-${pad(rest[1] * 3 - (month === "01" ? 2 : 0))}-${day}`;
}

const dated = (parse) => (question, typed, say) => {
  const found = parse(oneLine(typed), say.months);
  if (!found) throw new Fault(fill(say.date, { typed }));
  return found;
};

function number(question, typed, say) {
  const bare = oneLine(typed).toLowerCase().replace(/[\s€]|euro|eur/g, "").replaceAll(",", ".");
  if (/^\d{1,9}(\.\d{1,2})?$/.test(bare)) return bare;
  throw new Fault(fill(say.number, { typed }));
}

function range(question, typed, say) {
  const text = oneLine(typed).toLowerCase();
  let found = (text.match(/\d+/g) ?? []).slice(0, 3).filter((one) => one.length < 6).map(Number);
  if (found.length < 1 || found.length > 2 || found[0] > found[1]) throw new Fault(fill(say.range, { typed }));
  if (question.unit === "minutes" && /\d\s*(?:u|uur|uren|h|hours?)\b/.test(text)) found = found.map((one) => one * 60);
  if (found.length === 2) return { min: found[0], max: found[1] };
  if (/\b(?:max|maximaal|hoogstens|tot|at most|up to)\b/.test(text)) return { max: found[0] };
  return /\b(?:min|minstens|vanaf|at least|from)\b/.test(text) ? { min: found[0] } : { min: found[0], max: found[0] };
}

const only = (chosen, say) => {
  const unknown = chosen.find((one) => !one.id);
  if (unknown) throw new Fault(fill(say.unknown, { typed: unknown.label }));
  return [...new Set(chosen.map((one) => one.id))];
};

function records(question, typed, say) {
  const found = [];
  for (const answers of typed) {
    const record = {};
    const faults = {};
    for (const part of question.parts) {
      try {
        const value = read(part, answers[part.name], say);
        if (!isEmpty(value)) record[part.name] = value;
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        faults[part.name] = fault.message;
      }
    }
    if (question.name === "sources" && Object.keys(record).length) {
      record.title ??= record.url;
      record.relation ??= "cites";
      if (record.title) delete faults.title;
      delete faults.relation;
    }
    if (!Object.keys(record).length && question.parts.every((part) => isBlank(answers[part.name]))) continue;
    const wrong = question.parts.find((part) => faults[part.name]);
    if (wrong) throw new Fault(`${wrong.label}: ${faults[wrong.name]}`);
    found.push(Object.fromEntries(question.fields.filter((name) => name in record).map((name) => [name, record[name]])));
  }
  return found;
}

const READERS = {
  line(question, typed, say) {
    const text = oneLine(typed);
    if (question.address && !/^https?:\/\/\S+$/.test(text)) throw new Fault(fill(say.address, { typed }));
    return fitting(question, text, say);
  },
  text: (question, typed, say) => fitting(question, question.name === "body" ? bodyOf(typed) : clean(typed), say),
  lines: (question, typed, say) => linesOf(typed).slice(0, 200).map((line) => fitting(question, line, say)),
  choice: (question, typed) => typed,
  date: dated(dateOf),
  period: dated(periodOf),
  number,
  range,
  reference: (question, typed, say) => only(typed, say)[0],
  references: (question, typed, say) => only(typed, say),
  records,
  agreements: (question, typed) => typed,
};

const isBlank = (typed) =>
  typed === undefined || (typeof typed === "string" ? EMPTY.has(oneLine(typed).toLowerCase()) : typed.length === 0);
const isEmpty = (value) => value === undefined || value === null || value === "" || value.length === 0;

/** The value of an answer: undefined where nothing is filled in. Throws a Fault for what cannot be taken in. */
export function read(question, typed, say) {
  const value = isBlank(typed) ? undefined : READERS[question.sort](question, typed, say);
  if (isEmpty(value) && question.required) throw new Fault(say.empty);
  return isEmpty(value) ? undefined : value;
}

/** The values of all answers, and the faults, both by the name of their question. Who `joins` must be named. */
export function readAll(questions, answers, say, joins = false) {
  const values = {};
  const faults = {};
  for (const question of questions) {
    try {
      const value = read(question, answers[question.name], say);
      if (value !== undefined) values[question.name] = value;
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      faults[question.name] = fault.message;
    }
  }
  const agreed = values.agreements ?? [];
  if (!agreed.includes("licence")) faults.agreements = say.agree;
  else if (!agreed.includes("name") && joins) faults.agreements = say.unnamed;
  else if (!agreed.includes("name") && !values["contributor.organisation"]) faults.agreements = say.named;
  if (values.title && !slugOf(values.title)) faults.title = say.slug;
  return { values, faults };
}
