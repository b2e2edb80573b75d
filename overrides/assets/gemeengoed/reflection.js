// The self-reflection: a scale for each sentence, room to write at each question, and a picture of the outcome.

import { element, fill, keeper, text, toolbar } from "./sheet.js";
import { picture } from "./reflection-picture.js";

const MOST_ANSWERS = 500;

for (const sheet of document.querySelectorAll("[data-gg-sheet=reflection]")) startReflection(sheet);

function startReflection(sheet) {
  const say = JSON.parse(sheet.dataset.say);
  const steps = Number(sheet.dataset.steps);
  const kept = keeper(`sheet:${sheet.dataset.ref}:reflection`);
  const outcome = sheet.querySelector(".gg-outcome");
  const scales = [...sheet.querySelectorAll(".gg-scale")];
  const questions = [...sheet.querySelectorAll(".gg-question textarea")];
  let state = readReflection(kept.read(), steps) ?? nothing();

  const bar = toolbar(sheet, say, kept, {
    get: () => state,
    set(value, isChosen) {
      const found = readReflection(value, steps);
      if (!found && isChosen) return false;
      state = found ?? nothing();
      show();
      if (isChosen) bar.remember();
      return true;
    },
    clear() {
      state = nothing();
      kept.clear();
      show();
    },
  });

  const show = () => {
    for (const scale of scales) {
      const answer = state.scores[sentenceOf(scale)];
      for (const input of scale.querySelectorAll("input")) input.checked = Number(input.value) === answer;
    }
    for (const field of questions) {
      field.value = state.notes[questionOf(field)] ?? "";
      onPaper(field);
    }
    draw();
  };
  const draw = () => outcome?.replaceChildren(...picture(averages(sheet, state), steps, say));

  for (const scale of scales) {
    scale.addEventListener("change", (event) => {
      state.scores[sentenceOf(scale)] = Number(event.target.value);
      bar.remember();
      draw();
    });
  }
  for (const field of questions) {
    field.after(element("span", { class: "gg-paper" }));
    field.addEventListener("input", () => {
      state.notes[questionOf(field)] = field.value;
      onPaper(field);
      bar.remember();
    });
  }
  sheet.append(...bar.parts);
  show();
}

// What is asked is what a reader sees: it names the answer in what is kept, however its quotes and dashes are set.
function sentenceOf(scale) {
  return plainly(scale.querySelector("legend").textContent);
}

function questionOf(field) {
  return plainly(field.parentElement.querySelector("span").textContent);
}

function plainly(text) {
  const straight = text.replace(/[‘’]/g, "'").replace(/[“”„«»]/g, '"').replace(/…/g, "...");
  return straight.replace(/[–—]|--/g, "-").replace(/\s+/g, " ").trim();
}

// A field cuts off what does not fit when it is printed; beside it stands the same text, for paper only.
function onPaper(field) {
  field.nextElementSibling.textContent = field.value;
  field.classList.toggle("gg-filled", field.value !== "");
}

function nothing() {
  return { worksheet: "reflection", scores: record([]), notes: record([]) };
}

// Sentences are written by others: one such as "constructor" must find nothing that every object has.
function record(entries) {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** What was kept or opened as a reflection; null when it is none. Answers to what is not asked any more stay in it. */
function readReflection(value, steps) {
  if (value?.worksheet !== "reflection") return null;
  const entries = (found) =>
    Object.entries(Object(found))
      .slice(0, MOST_ANSWERS)
      .map(([asked, answer]) => [plainly(asked), answer]);
  const isAnswer = ([, score]) => Number.isInteger(score) && score > 0 && score <= steps;
  return {
    worksheet: "reflection",
    scores: record(entries(value.scores).filter(isAnswer)),
    notes: record(entries(value.notes).map(([question, note]) => [question, text(note, 20_000)])),
  };
}

/** For each quality its name, how many of its sentences were answered, and the average of those. */
function averages(sheet, state) {
  return [...sheet.querySelectorAll("[data-quality]")].map((group) => {
    const sentences = [...group.querySelectorAll(".gg-scale")].map(sentenceOf);
    const scores = sentences.map((sentence) => state.scores[sentence]).filter(Boolean);
    const average = scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
    return { name: group.dataset.quality, average, answered: scores.length, asked: sentences.length };
  });
}
