// Where a contribution can go: a form or the editor of the forge, or a mail, each opened with what was filled in. A server
// refuses a long address, so what does not fit is left out and given back: the longest first, to be copied by hand.

import { fill } from "./sheet.js";

const LONGEST_ADDRESS = 7500;
const LONGEST_MAIL = 1800;

/** An address with texts in its query: parts with the `name` there, a `label` for people, and the `text`. */
function fitted(base, parts) {
  const kept = parts.filter(({ name, text }) => name && text);
  const left = parts.filter(({ name, text }) => !name && text);
  const address = () => {
    const made = new URL(base);
    for (const { name, text } of kept) made.searchParams.set(name, text);
    return made.href;
  };
  while (address().length > LONGEST_ADDRESS && kept.length) {
    const longest = kept.reduce((one, other) => (other.text.length > one.text.length ? other : one));
    kept.splice(kept.indexOf(longest), 1);
    left.push(longest);
  }
  return { href: address(), left: left.map(({ label, text }) => ({ label, text })) };
}

/** An answer as text, as people write it in the forge's form. */
function written(answer, question) {
  if (typeof answer === "string") return question.sort === "choice" ? (question.choices[answer] ?? "") : answer;
  if (question.sort !== "records") return answer.map((one) => (one.id.includes("/") ? one.id : one.label)).join(", ");
  return answer
    .map((record) => question.parts.map((part) => written(record[part.name] ?? "", part)).filter(Boolean).join(" | "))
    .join("\n");
}

/** The forge's form with everything filled in; what it does not ask goes along as a remark. */
function formAddress(form, given) {
  const parts = [];
  const besides = [];
  for (const question of form.questions) {
    const answer = question.sort === "agreements" ? "" : written(given[question.name], question).trim();
    if (!answer) continue;
    if (question.extra) besides.push(`${question.label}: ${answer}`);
    else parts.push({ name: question.name.replaceAll(".", "-"), label: question.label, text: answer });
  }
  const remark = form.questions.find(({ name }) => name === "remark");
  const other = parts.filter(({ name }) => name !== "remark");
  const remarks = [given.remark, ...besides].filter(Boolean).join("\n\n");
  return fitted(form.forge.form, [...other, { name: "remark", label: remark.label, text: remarks }]);
}

/** An issue with a contribution. `made` is what the form made: `title`, `text` of the file, `entry` of the register. */
export function issueAddress(form, given, made, say) {
  if (form.forge.form) return formAddress(form, given);
  const { address, title, text } = form.forge.issue;
  const body = [made.text, made.entry].filter(Boolean).map((part) => `~~~~~~\n${part}~~~~~~\n`).join("\n");
  return fitted(address, [
    { name: title, label: "", text: `[${form.label}] ${made.title}` },
    { name: text, label: say.the_file, text: body },
  ]);
}

/** The forge's editor with the new file in it; to join, with the register open. */
export function fileAddress(form, made, say) {
  const { address, name, text } = form.forge.file;
  const found = fitted(address, [
    { name, label: "", text: made.name },
    { name: text, label: say.the_file, text: made.text },
  ]);
  return { ...found, left: found.left.filter(({ label }) => label) };
}

/** A mail to the editors with the contribution in it. */
export function mailAddress(form, made, say) {
  const encode = (text) => encodeURIComponent(text).replaceAll("%0A", "%0D%0A");
  const whole = encode([made.text, made.entry].filter(Boolean).join("\n\n"));
  const short = encode([say.mail_long, made.entry].filter(Boolean).join("\n\n"));
  const body = whole.length <= LONGEST_MAIL || !made.text ? whole : short.length <= LONGEST_MAIL ? short : encode(say.mail_long);
  return `mailto:${form.mail.join("@")}?subject=${encodeURIComponent(fill(say.mail, { title: made.title }))}&body=${body}`;
}
