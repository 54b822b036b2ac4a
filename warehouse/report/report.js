const input = document.getElementById("words");
const shown = document.getElementById("shown");
const events = [...document.querySelectorAll("#events details")];
const texts = events.map((event) => event.textContent.toLowerCase());
const years = [...document.querySelectorAll("#events h3")];

function filter() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  events.forEach((event, index) => {
    event.hidden = !words.every((word) => texts[index].includes(word));
    count += event.hidden ? 0 : 1;
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
  shown.textContent = words.length ? `${count} of ${events.length} events` : "";
}

input.addEventListener("input", filter);
