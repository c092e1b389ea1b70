import { seededRandom } from "../demo/seeded-random"
import { baselines, type Contender, ideal } from "./alternatives/baselines"
import { variantsById } from "./alternatives/inconsistencies"
import {
  loadLabelledSet,
  loadLaterPart,
  type ShortItem,
} from "./alternatives/labelled-set"
import { meanOf, type Outcome, outcomeOf } from "./alternatives/measures"
import { bootstrapInterval } from "./harness/bootstrap"
import { medusaSearch } from "./alternatives/medusa-search"
import { ourRanker, timed } from "./alternatives/our-ranker"
import type {
  Benchmark,
  Comparison,
  Options,
  Report,
} from "./harness/benchmark"
import { median, timeInRounds } from "./harness/rounds"

interface Result {
  readonly name: string
  readonly outcomes: readonly Outcome[]
}

async function run({ part }: Options): Promise<Report> {
  const set =
    part === "tune" || part === "held-out"
      ? loadLabelledSet()
      : loadLaterPart(part)
  const variants = variantsById(set.products)
  const split = part === "held-out" ? "held_out" : part
  const items = set.items.filter((item) => item.split === split)
  const results = (contenders: readonly Contender[]): Result[] =>
    contenders.map((contender) => ({
      name: contender.name,
      outcomes: items.map((item) =>
        outcomeOf(item, contender.propose(item), set, variants)
      ),
    }))
  const searched = await medusaSearch(items, variants)
  const rivals = results([
    ...baselines(variants),
    {
      name: "Medusa's search",
      propose: (item: ShortItem) => searched.get(item) ?? [],
    },
  ])
  const [ours] = results([ourRanker(set, variants)])
  if (!ours) throw new Error("there is no ranker to measure")
  const all = [ours, ...rivals, ...results([ideal])]
  const best = rivals.reduce((a, b) =>
    ndcgOf(a.outcomes) >= ndcgOf(b.outcomes) ? a : b
  )
  const gain = (over: Result) => {
    const gains = ours.outcomes.map(
      ({ ndcg }, at) => ndcg - (over.outcomes[at]?.ndcg ?? 0)
    )
    return bootstrapInterval(
      gains.length,
      (places) => meanOf(places.map((at) => gains[at] ?? 0)),
      seededRandom(20261127)
    )
  }
  const languages = new Map(
    items.map((item) => [item, variants.get(item.out)?.product.language])
  )
  const perLanguage = [...new Set(languages.values())].sort()
  const inLanguage = (outcomes: readonly Outcome[], language: unknown) =>
    outcomes.filter(({ item }) => languages.get(item) === language)
  const compare = (
    operation: string,
    figure: (outcomes: readonly Outcome[]) => number,
    unit = "of 1"
  ): Comparison => ({
    operation,
    unit,
    figures: all.map(({ name, outcomes }) => ({
      contender: name,
      value: figure(outcomes),
    })),
  })
  const count = (key: "leaks" | "violations" | "needless" | "missed") => {
    return (outcomes: readonly Outcome[]) =>
      outcomes.reduce((sum, outcome) => sum + outcome[key], 0)
  }
  const sum = (key: Parameters<typeof count>[0]) => count(key)(ours.outcomes)
  const answerable = ({ item }: Outcome) =>
    item.grades.some(({ grade }) => grade > 0)
  return {
    conditions: [
      `${items.length} short items of the part "${split}", each ranked over all ${variants.size} variants of the set; what is not graded is worth 0`,
      "nDCG@3 with 2^grade − 1; where nothing is right, no answer counts as 1 and any answer as 0",
      "ours must name the right number of units, or the proposal is worth 0; the others are given it",
      "the others know channel, currency, stock and what is published, and always answer; most sold: no sales are in the set, what is most in stock stands for it",
      `best of the others: ${best.name}; intervals: paired bootstrap over items, 10,000 resamples`,
    ],
    comparisons: [
      compare("nDCG@3", ndcgOf),
      ...perLanguage.map((language) =>
        compare(`nDCG@3, ${language}`, (outcomes) =>
          ndcgOf(inLanguage(outcomes, language))
        )
      ),
      compare("nDCG@3 where something is right", (outcomes) =>
        ndcgOf(outcomes.filter(answerable))
      ),
      compare("hit@3", hitOf),
      ...perLanguage.map((language) =>
        compare(`hit@3, ${language}`, (outcomes) =>
          hitOf(inLanguage(outcomes, language))
        )
      ),
      compare("accessories proposed", count("leaks"), "proposals"),
      compare("rules broken", count("violations"), "proposals"),
      compare("answered where nothing is right", count("needless"), "items"),
      compare("not answered where something is", count("missed"), "items"),
      {
        operation: "300 candidates ranked, descriptions at hand",
        unit: "times a second",
        figures: timeInRounds(timed(set, variants, items)).map(
          ({ name, rates }) => ({ contender: name, value: median(rates) })
        ),
      },
      {
        operation: "gain of ours in nDCG@3, lower end of 95 %",
        unit: "of 1",
        figures: rivals.map((rival) => ({
          contender: rival.name,
          value: gain(rival).low,
        })),
      },
      {
        operation: "gain of ours in nDCG@3, upper end of 95 %",
        unit: "of 1",
        figures: rivals.map((rival) => ({
          contender: rival.name,
          value: gain(rival).high,
        })),
      },
    ],
    targets: [
      ...(part === "tune"
        ? [atLeast("nDCG@3 of ours", ndcgOf(ours.outcomes), 0.85)]
        : []),
      atLeast("lower end of the gain over the best", gain(best).low, 0.03),
      atMost("accessories proposed by ours", sum("leaks"), 0),
      atMost("rules broken by ours", sum("violations"), 0),
    ],
  }
}

function ndcgOf(outcomes: readonly Outcome[]): number {
  return meanOf(outcomes.map(({ ndcg }) => ndcg))
}

function hitOf(outcomes: readonly Outcome[]): number {
  return meanOf(outcomes.map(({ hit }) => hit))
}

function atLeast(name: string, measured: number, limit: number) {
  return { name, unit: "", measured, bound: "at least", limit } as const
}

function atMost(name: string, measured: number, limit: number) {
  return { name, unit: "", measured, bound: "at most", limit } as const
}

export const benchmark: Benchmark = {
  title: "alternatives for what is out of stock, beside simpler ways to choose",
  run,
}
