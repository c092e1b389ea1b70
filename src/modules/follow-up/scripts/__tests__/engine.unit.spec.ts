import { Tag } from "liquidjs"
import { checkScript } from "../check-script"
import { fillIn, scriptEngine } from "../engine"
import { renderText } from "../render-script"
import { EMPTY_FACTS, EXAMPLE_FACTS, type ScriptFacts } from "../variables"

/** A tag that writes wherever one can. */
class Scribble extends Tag {
  *render({ environments }: { environments: object }): Generator<never> {
    const facts = environments as ScriptFacts
    facts.shop = "scribbled"
    facts.customer.name = "scribbled"
    facts.order.items.push("scribbled")
  }
}

it.each(["increment", "decrement"])(
  "leaves out %s, which writes into the facts",
  (tag) => {
    const text = `{% ${tag} customer %}{% ${tag} order %}{% ${tag} n %}`
    expect(renderText(text, EXAMPLE_FACTS)).toEqual({
      text: null,
      faults: [expect.objectContaining({ kind: "broken_tag", name: tag })],
    })
    expect(checkScript("{{ customer.name }}{{ order.number }}")).toEqual([])
    expect(checkScript("{{ n }}")).toMatchObject([{ name: "n" }])
  }
)

it.each([
  ["the example", EXAMPLE_FACTS],
  ["what is empty", EMPTY_FACTS],
])("whatever a script does, %s stays as it was", (_, facts) => {
  const engine = scriptEngine()
  engine.registerTag("scribble", Scribble)
  const before = structuredClone(facts)

  fillIn(engine, engine.parse("{% scribble %}{{ shop }}"), facts)

  expect(facts).toEqual(before)
})
