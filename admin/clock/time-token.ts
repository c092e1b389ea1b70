import type { Meaning } from "./time-words"

/** One part of a typed time. */
export type TimeToken =
  | Extract<
      Meaning,
      { kind: "day" | "weekday" | "am" | "pm" | "shift" | "next" }
    >
  /** `month` is null for the next such day: "the 28th". */
  | { kind: "date"; day: number; month: number | null; year: number | null }
  /** `27.11`: a date, or a time. */
  | { kind: "dotted"; day: number; month: number; afterAt: boolean }
  /** Minutes since midnight; `isBare`: only an hour was given. */
  | { kind: "time"; minutes: number; isBare: boolean }
  /** `20 min`, `2 days`. `after`: follows a word such as "at" or "in". */
  | {
      kind: "span"
      minutes: number
      isDays: boolean
      after: After
      isOfDay?: true
    }

/** What kind of word a number follows; Bulgarian "след" is `in_or_at`. */
export type After = "at" | "in" | "in_or_at" | null

/** What was read, and from how many pieces. */
export type Piece = { token: TimeToken | null; length: number; after?: After }
