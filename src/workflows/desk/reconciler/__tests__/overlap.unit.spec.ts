import { WAITS_FOR_ANSWER_MS } from "../../../../modules/follow-up/opening/plan"
import { OVERLAP_MS } from "../overlap"

const BETWEEN_RUNS_MS = 60_000

it("reaches back for one more run after the wait for an answer", () => {
  expect(WAITS_FOR_ANSWER_MS + BETWEEN_RUNS_MS).toBeLessThanOrEqual(OVERLAP_MS)
})
