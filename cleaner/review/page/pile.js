// The lines that `learn` leaves for a person: one at a time, with its evidence, and a yes or a no.
"use strict";

const NEIGHBOUR = 240; // characters of the line above or below that are shown; chosen by hand
const WIDE = {
  below: "Does this line go, with all that is below it?", above: "Does this line go, with all that is above it?",
};
const QUESTIONS = { line: "Does this line go?", ...WIDE };
const pile = { open: false, shown: null, asking: 0, decided: [] };

const loadCandidate = safely(async (number = 0, step = 1) => {
  const asking = ++pile.asking;
  const answer = await ask("candidate", { number, step });
  if (asking !== pile.asking || !pile.open) return; // another one was asked for since
  pile.shown = answer.candidate;
  drawCandidate(answer.candidate, answer.pile.left);
  drawPile(answer.pile);
});

// What the progress of the review says of the pile.
function drawPile(now) {
  const { state: learning, done, of, noun, left } = now;
  const words = {
    waiting: "To decide", learning: "To decide (learning …)", learnt: `To decide (${left.toLocaleString("en")})`,
    failed: "To decide (failed)",
  }[learning];
  if ($("to-decide").textContent !== words) $("to-decide").textContent = words;
  if (!pile.open || pile.shown) return;
  $("pile-place").textContent = {
    waiting: "The documents are being found.",
    learning: `Learning what recurs: ${done.toLocaleString("en")} of ${amount(of, noun)}`,
    learnt: left ? "" : "Nothing is left for you to decide.",
    failed: "Learning ended too early. `cleaner learn` says why.",
  }[learning];
  if (learning === "learnt" && left) loadCandidate();
}

function drawCandidate(candidate, left) {
  for (const id of ["pile-wrong", "pile-effect", "pile-changed", "pile-misses"]) $(id).replaceChildren();
  state.weighing++;
  $("candidate").hidden = !candidate;
  if (!candidate) return;
  $("pile-place").textContent = `${candidate.rank} of ${left.toLocaleString("en")}`;
  $("candidate-title").textContent = QUESTIONS[candidate.part] ?? "Does this part of a line go?";
  $("candidate-line").textContent = candidate.line;
  $("candidate-facts").replaceChildren(...facts(candidate).flatMap(([term, words]) =>
    [element("dt", {}, term), element("dd", {}, words)]));
  $("witnesses").replaceChildren(...candidate.witnesses.map(witness));
  $("candidate-toml").value = candidate.toml;
  $("candidate-rule").hidden = !candidate.toml;
  $("no-rule").hidden = Boolean(candidate.toml);
  for (const id of ["accept", "pile-try"]) $(id).disabled = !candidate.toml;
  $("candidate-scope").textContent = candidate.host ? `documents of ${candidate.host}` : "all documents";
  document.querySelector("#pile").scrollTop = 0;
  if (candidate.part in WIDE && candidate.toml) weigh(); // its witnesses show but the first of the lines that go
}

function facts(candidate) {
  const places = candidate.places.map(([words, number]) => `${words} ${number.toLocaleString("en")}×`).join(", ");
  const others = [...candidate.also, ...(candidate.also_more ? [`${candidate.also_more} more`] : [])];
  return [
    ["Site", candidate.site],
    ["Why it is left", candidate.why + (candidate.elsewhere.length ? `: ${candidate.elsewhere.join(", ")}` : "")],
    ["How often", candidate.counts],
    ...(candidate.places.length > 1 ? [["Where", places]] : []),
    ["What varies", candidate.varies],
    ...(candidate.forms > 1 ? [["Such as", candidate.seen.map(([form, number]) => `${form} (${number})`).join(" · ")]] : []),
    ["Other sites that repeat it", others.join(", ") || "none"],
  ];
}

// The line between its neighbours; what stands beyond it goes with it if the rule takes that.
function witness(each) {
  const above = each.above.length > NEIGHBOUR ? `… ${each.above.slice(-NEIGHBOUR)}` : each.above;
  const below = each.below.length > NEIGHBOUR ? `${each.below.slice(0, NEIGHBOUR)} …` : each.below;
  const gone = (text) => element("p", {}, element("del", { class: "family-meta" }, text));
  const stays = (text, edge) => element("p", {}, text || edge);
  const { part } = pile.shown;
  const around = {
    below: [gone(each.line), gone(below)], above: [gone(above), gone(each.line)],
  }[part] ?? [stays(above, "(start)"), gone(each.line), stays(below, "(end)")];
  return element("li", {}, element("small", {}, each.name), ...around);
}

const openPile = safely(async () => {
  close();
  pile.open = true;
  $("columns").hidden = true;
  $("pile").hidden = false;
  $("to-decide").setAttribute("aria-expanded", "true");
  $("pile-title").focus();
  await loadCandidate(pile.shown?.number ?? 0);
});

function closePile() {
  if (!pile.open) return;
  pile.open = false;
  state.weighing++;
  $("columns").hidden = false;
  $("pile").hidden = true;
  $("to-decide").setAttribute("aria-expanded", "false");
  $("to-decide").focus();
}

const answer = (toml) => safely(async () => {
  const candidate = pile.shown;
  if (!candidate || (toml && !candidate.toml)) return;
  const { problems, saved } = await tell("decide", { number: candidate.number, toml: toml ? $("candidate-toml").value : "" });
  $("pile-wrong").replaceChildren(...problems.map((each) => element("li", {}, each)));
  if (problems.length) return;
  pile.decided.push(candidate.number);
  say(`Saved: ${saved}. Key u takes it back.`);
  await loadCandidate(candidate.number);
  await progress();
})();

const later = (step) => () => pile.shown && loadCandidate(pile.shown.number + (step > 0 ? 1 : 0), step);

const PILE_KEYS = {
  y: () => answer(true), n: () => answer(false), s: later(1), u: () => undo(), d: closePile, e: () => weigh(),
  ArrowRight: later(1), ArrowLeft: later(-1),
};

$("to-decide").addEventListener("click", () => (pile.open ? closePile() : openPile()));
$("pile-close").addEventListener("click", closePile);
$("accept").addEventListener("click", () => answer(true));
$("reject").addEventListener("click", () => answer(false));
$("later").addEventListener("click", later(1));
$("earlier").addEventListener("click", later(-1));
$("pile-try").addEventListener("click", () => weigh());
