const form = document.querySelector(".tools");
const [words, status, from, to, conflicts] = ["words", "status", "from", "to", "conflicts"].map((id) => document.getElementById(id));
const shown = document.getElementById("shown");
const events = [...document.querySelectorAll("#events details")];
const texts = events.map((event) => event.textContent.toLowerCase());
const years = [...document.querySelectorAll("#events h3")];

// an event fits the days when it can lie between them: an end that is not known may lie anywhere
function fitsDays(event) {
  const { first, last } = event.dataset;
  if (!from.value && !to.value) return true;
  if (!first && !last) return false;
  return (!from.value || !last || last >= from.value) && (!to.value || !first || first <= to.value);
}

function filter() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  events.forEach((event, index) => {
    const fits =
      wanted.every((word) => texts[index].includes(word)) &&
      (!status.value || event.dataset.status === status.value) &&
      (!conflicts.checked || event.querySelector("summary .conflict")) &&
      fitsDays(event);
    event.hidden = !fits;
    count += fits ? 1 : 0;
  });
  years.forEach((year) => {
    let next = year.nextElementSibling;
    let isEmpty = true;
    while (next && next.tagName === "DETAILS") {
      isEmpty = isEmpty && next.hidden;
      next = next.nextElementSibling;
    }
    year.hidden = isEmpty;
  });
  shown.textContent = count < events.length ? `${count} of ${events.length} events` : "";
}

// a link to an event shows it, whatever is chosen, and opens it
function open() {
  const event = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (event && event.tagName === "DETAILS") {
    event.hidden = false;
    event.open = true;
    event.scrollIntoView();
  }
}

form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", open);
open();
