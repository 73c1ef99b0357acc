// The language switch stays at the heading: headings have the same ids in both languages.
for (const link of document.querySelectorAll(".language a"))
  link.addEventListener("click", () => { link.hash = location.hash })
