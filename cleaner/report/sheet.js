"use strict";
// Keys of a report: j and k open the next and the previous document, a shows it before or after cleaning.
const documents = [...document.querySelectorAll("details.document")];
const after = document.getElementById("after");
let current = -1;

function open(number) {
  if (number < 0 || number >= documents.length) return;
  if (current >= 0) documents[current].open = false;
  current = number;
  documents[current].open = true;
  documents[current].querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") open(current + 1);
  if (event.key === "k") open(current - 1);
  if (event.key === "a" && after) after.click();
});
