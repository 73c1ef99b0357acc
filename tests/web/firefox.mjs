// Drives the Firefox that is installed, by WebDriver BiDi: reads one request a line, as JSON, and writes what came of it.
import { createInterface } from "node:readline"
import puppeteer from "puppeteer-core"

const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.argv[2] })
const page = await browser.newPage()
const does = {
  go: ({ address }) => page.goto(address).then(() => null),
  run: ({ script }) => page.evaluate(script),
  press: ({ key }) => page.keyboard.press(key),
  click: ({ selector }) => page.click(selector),
}
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  const answer = await does[request.do](request).then(value => ({ value: value ?? null }), error => ({ error: String(error) }))
  console.log(JSON.stringify(answer))
}
await browser.close()
