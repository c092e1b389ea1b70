/** What a figure with a unit in a title says. */
export type Dimension =
  | "volume" // l
  | "mass" // g
  | "dose" // mg
  | "units" // IU
  | "length" // mm
  | "inches"
  | "power" // W
  | "voltage" // V
  | "charge" // mAh
  | "current" // A
  | "temperature" // K
  | "light" // lm
  | "percent"
  | "density" // g/m²
  | "micron"
  | "pieces"
  | "pressure"
  | "energy" // J
  | "flow" // l/min
  | "speed"
  | "frequency"
  | "storage" // GB
  | "months"
  | "grade"
  | "equivalent"
  | "pages"
  | "parts"

export interface Quantity {
  readonly dimension: Dimension
  /** In the unit named above; of a range the middle. */
  readonly value: number
  readonly to?: number
  /** In pounds, ounces, gallons or feet, which packs give rounded. */
  readonly isRounded?: true
}

/** Longest first, as one may begin another. */
const UNITS: readonly [units: string, Dimension, factor: number][] = [
  ["[лl]/(?:мин|хв|min|m)", "flow", 1],
  ["[лl]/(?:час|ч|год|h)", "flow", 1 / 60],
  ["[мm]3/(?:час|ч|год|h)", "flow", 1000 / 60],
  ["cfm", "flow", 28.3168],
  ["gpm", "flow", 3.78541],
  ["г/м2|г/м²|гр/м2|g/m2|g/m²|gsm", "density", 1],
  ["мкм|micron|microns|µm|мкрн|микрон|мікрон", "micron", 1],
  ["мкг|mcg|µg|μg", "dose", 0.001],
  ["мг|mg", "dose", 1],
  ["ме|мо|iu", "units", 1],
  ["мл|ml|милилитра", "volume", 0.001],
  ["fl\\.? ?oz", "volume", 0.0295735],
  ["литра|литр|литров|літр|літри|літрів|liters?|litres?|л|l", "volume", 1],
  ["gallons?|gal", "volume", 3.78541],
  ["кг|kg|килограма?", "mass", 1000],
  ["гр|грам|грама|грамм|г|g|gr|grams?", "mass", 1],
  ["pounds?|lbs?", "mass", 453.592],
  ["oz|ounces?", "mass", 28.3495],
  ["мач|маг|mah|мaг", "charge", 1],
  ["ач|аг|ah|аh", "charge", 1000],
  ["квт|kw", "power", 1000],
  ["вт|ватт?а?|ват|watts?|w(?!-?\\d)", "power", 1],
  ["вольт[аи]?|волт[аи]?|volts?|v|в", "voltage", 1],
  ["ампер\\p{L}*|amps?|a|а", "current", 1],
  ["lm|лм|lumens?|люмена?", "light", 1],
  ["k|к", "temperature", 1],
  ["мм|mm", "length", 1],
  ["см|cm", "length", 10],
  ["ft|feet|foot|футов", "length", 304.8],
  ["inch(?:es)?|дюйм\\p{L}*|цол\\p{L}*|in|\"|″|''", "inches", 1],
  ["м|m|метра|метров|метрів", "length", 1000],
  ["гб|gb", "storage", 1],
  ["тб|tb", "storage", 1000],
  ["psi", "pressure", 0.0689476],
  ["бара?|bars?", "pressure", 1],
  ["дж|дж[ао]ул\\p{L}*|joules?|j", "energy", 1],
  ["об/мин|об/хв|rpm", "speed", 1],
  ["гц|hz", "frequency", 1],
  ["мес(?:яц\\p{L}*|ец\\p{L}*)?|міс(?:яц\\p{L}*)?|months?|mo", "months", 1],
  ["лет|років|роки|рок\\p{L}*|години|years?|yrs?|год[аи]?", "months", 12],
  ["%", "percent", 1],
  ["pages?|pg|стр\\p{L}*|сторін\\p{L}*", "pages", 1],
  ["предмет\\p{L}*|част\\p{L}*|pieces? set", "parts", 1],
  ["клас\\p{L}*|класс\\p{L}*|grades?", "grade", 1],
  [
    "шт|штук\\p{L}*|pcs?|pieces?|ct|count|pk|packs?|sets|бр|броя|капс\\p{L}*|caps\\p{L}*|табл?\\p{L}*|tab(?:let)?s?|softgels?|gummies|пак(?:\\.|етик\\p{L}*|ет\\p{L}*)?|торбичк\\p{L}*|пакетчет\\p{L}*|sachets?|tea bags?|bags?|арк\\p{L}*|sheets?|лист\\p{L}*|seeds?|насінин\\p{L}*|семян|семена|рул\\p{L}*|rolls?|пар[аи]?|pairs?|доз\\p{L}*",
    "pieces",
    1,
  ],
]

const NUMBER = "\\d+(?:\\.\\d+)?"
const ONE = new RegExp(
  `(?<![\\p{L}\\d.])(${NUMBER})(?:\\s?-\\s?(${NUMBER}))?[\\s-]?(${UNITS.map(
    ([units]) => units
  ).join("|")})(?![\\p{L}\\d])\\.?`,
  "gu"
)
const KINDS = UNITS.map(
  ([units, dimension, factor]) =>
    ({
      match: new RegExp(`^(?:${units})$`, "u"),
      dimension,
      factor,
      isMetric: dimension === "months" || Number.isInteger(Math.log10(factor)),
    }) as const
)
/** What is counted by itself and by what is in it. */
const VESSEL =
  "bottles?|cans?|tubes?|jars?|vials?|пляш\\p{L}*|бутыл\\p{L}*|бутил\\p{L}*|банк\\p{L}*|банок|туб\\p{L}*|флакон\\p{L}*|ампул\\p{L}*|пауч\\p{L}*"
/** `3 x 200 г`, `2х25шт`, `24 tubes of 20 ml`: so many of what follows. */
const TIMES = new RegExp(
  `(?<![\\p{L}\\d.x])(\\d{1,3})(?:\\s?(?:шт|бр|pcs?)?\\.?\\s?[xх]|\\s(?:${VESSEL})(?:,|\\s(?:по|of|от|each))?)\\s?(?=${NUMBER}\\s?(?:${"мл|ml|л|l|гр?|g|кг|kg|шт|бр|pcs|oz|ct"})(?![\\p{L}\\d]))`,
  "gu"
)
/** `60 шт х 2`: what precedes, so many times. */
const TIMES_AFTER = new RegExp(
  `(?<=\\d\\s?(?:мл|ml|л|l|гр?|g|кг|kg|шт|бр|pcs|oz|ct)\\.?)\\s?[xх]\\s?(\\d{1,3})(?:\\s?(?:шт|бр|pcs|pk)\\.?)?(?![\\p{L}\\d.])`,
  "gu"
)
/** `12/220 В`: what goes in, and what comes out. */
const FROM_VOLTS =
  /(?<![\p{L}\d.])(\d{1,3}) ?\/ ?(?=\d{1,3} ?(?:v|в|вольт\p{L}*|volts?)(?![\p{L}\d]))/gu
/** `1 1/2"` is one figure, of one and a half inches. */
const MIXED =
  /(?<![\p{L}\d.x/-])(\d{1,2})[ -](\d{1,2})\/(\d{1,2})(?=\s?(?:["″]|inch|дюйм|цол))/gu
const BOX_OF = /(?:box|pack|set|case) of (\d{1,3})(?!\d)/gu
/** Where `л` counts leaves and no litres. */
const PAPER = /(?<![\p{L}\d])a[3-6](?![\p{L}\d])/u
const MEDICINE = /табл|капс|шипуч|мг(?!\p{L})|mg(?!\p{L})/u
const NUMBERED = /#\s*(\d{2,3})(?!\d)/gu
/** `20 филтърни пакетчета`: a word between the number and what is counted. */
const COUNTED =
  /(?<![\p{L}\d.-])(\d{1,3})(?= \p{L}{4,} (?:пакет\p{L}{2}|торбич|таблет|капсул|tea ?bags|tablets|capsules|softgels|bags))/gu
const EQUIVALENT =
  /(\d+)\s?(?:w|вт)\s?(?:equivalent|equiv|eq|екв\p{L}*|экв\p{L}*)\.?|=\s?(\d+)\s?(?:w|вт)(?![\p{L}\d])/gu
/** `от 4 м.`, `6м+`: what a child must have lived, not metres. */
const LIVED =
  /(?<!\p{L})(?:від|от)\s?(\d{1,2})\s?м(?!\p{L})\.?|(?<![\p{L}\d.,-])(\d{1,2})\s?м\.?\s?\+/gu
/** `M12x100`: the letter says that the thread is metric. */
const DIMENSIONS = new RegExp(
  `(?:(?<![\\p{L}\\d.])|(?<=(?<![\\p{L}\\d])[mм]))(${NUMBER})\\s?(?:см|cm|мм|mm|in|["″])?\\s?[xх/]\\s?(${NUMBER})(?:["″]?\\s?[xх/]\\s?(${NUMBER}))?(?:\\s?(см|cm|мм|mm|м|m|in|"))?(?![\\p{L}\\d]|\\s?(?:gb|tb|гб|тб|v|в|вт|w)(?![\\p{L}\\d]))`,
  "gu"
)

export interface Measured {
  readonly quantities: readonly Quantity[]
  /** How many times the content is in it. */
  readonly times: number
  /** `200x220`: numbers as written, joined. */
  readonly sizes: readonly string[]
  /** What is left of the text. */
  readonly rest: string
}

/** `120x60` is `60x120`; but jeans of `32x30` are not those of `30x32`. */
function upright(sides: readonly number[]): readonly number[] {
  const [a = 0, b = 0] = sides
  return sides.length === 2 && a > b && (a > b * TURNED || a > LEG)
    ? [b, a]
    : sides
}

/** So much longer one side is, where it does not matter which comes first. */
const TURNED = 1.4
/** The longest leg of jeans, in inches. */
const LEG = 38

/** Takes the quantities out of a text that `plain` returned. */
export function measure(text: string): Measured {
  const quantities: Quantity[] = []
  const sizes: string[] = []
  let times = 1
  const rest = text
    .replace(FROM_VOLTS, "$1 v ")
    .replace(MIXED, (_, whole: string, over: string, under: string) =>
      String(Number(whole) + Number(over) / Number(under))
    )
    .replace(TIMES, (_, count: string) => {
      times *= Number(count)
      return " "
    })
    .replace(TIMES_AFTER, (_, count: string) => {
      times *= Number(count)
      return " "
    })
    .replace(LIVED, (_, from?: string, on?: string) => {
      quantities.push({ dimension: "months", value: Number(from ?? on) })
      return " | "
    })
    .replace(EQUIVALENT, (_, watts?: string, same?: string) => {
      quantities.push({ dimension: "equivalent", value: Number(watts ?? same) })
      return " | "
    })
    .replace(BOX_OF, (_, count: string) => {
      quantities.push({ dimension: "pieces", value: Number(count) })
      return " | "
    })
    .replace(DIMENSIONS, (whole, a: string, b: string, c?: string) => {
      const thin = /\d\/\d/.test(whole) && Number(a) < 10 && Number(b) < 10
      sizes.push(
        thin
          ? `${a}/${b}`
          : upright([a, b, c].flatMap((its) => (its ? Number(its) : []))).join(
              "x"
            )
      )
      return " | "
    })
    .replace(
      ONE,
      (whole, from: string, to: string | undefined, unit: string) => {
        const kind = KINDS.find(({ match }) => match.test(unit))
        if (!kind) return whole
        if (unit === "л" && (Number(from) > 200 || PAPER.test(text))) {
          quantities.push({ dimension: "pieces", value: Number(from) })
          return " | "
        }
        const value = Number(from) * kind.factor
        quantities.push({
          dimension: kind.dimension,
          value,
          ...(to ? { to: Number(to) * kind.factor } : {}),
          ...(kind.isMetric ? {} : { isRounded: true }),
        })
        return " | "
      }
    )
    .replace(COUNTED, (whole, count: string) => {
      quantities.push({ dimension: "pieces", value: Number(count) })
      return whole.slice(count.length)
    })
    .replace(NUMBERED, (whole, count: string) => {
      if (!MEDICINE.test(text)) return whole
      quantities.push({ dimension: "pieces", value: Number(count) })
      return " | "
    })
  return { quantities, times, sizes, rest }
}
