import { describe as describeVariant } from "../description"
import { isAccessoryTo } from "../parts"
import type { Candidate } from "../product"
import { assess, rankAlternatives } from "../rank"
import { statisticsOf } from "../statistics"

const goods = (
  id: string,
  title: string,
  rest: Partial<Candidate> = {}
): Candidate => ({
  id,
  product_id: `of ${id}`,
  title,
  options: {},
  other_option_values: [],
  category: ["Goods"],
  type: null,
  tags: [],
  attributes: {},
  is_published: true,
  in_sales_channel: true,
  price: 100,
  free_units: 9,
  ...rest,
})

/** Whether a candidate at the same price, in the same category, is offered. */
const isOffered = (
  [type, out]: readonly [type: string, out: string],
  title: string,
  rest: Partial<Candidate> = {}
) =>
  rankAlternatives({
    line: { ...goods("out", out, { type }), quantity: 1, price: 100 },
    candidates: [goods("one", title, rest)],
    marked: [],
    pinned: [],
    answers: new Map(),
    refused: new Set(),
  }).length === 1

const kayak = ["Kayak", "Inflatable kayak Rivero 2-person"] as const
const vacuum = ["Пилосос", "Пилосос Vento 2000 Вт"] as const
const climate = ["Кондиционер", "Кондиционер Holod 09 инвертор"] as const
const tank = ["Аквариум", "Аквариум Aqua 60 л"] as const
const games = ["Game console", "Game console Playo 5"] as const
const cable = ["HDMI cable", "HDMI cable Vantio 8K"] as const
const earphones = ["Навушники", "Навушники бездротові Sonoro Buds"] as const

describe("what only serves the thing that is short is not offered", () => {
  it.each([
    ["said by for", vacuum, "Мішок до пилососа Vento"],
    ["said by for, in Bulgarian", tank, "Грунд за аквариум 5 кг"],
    ["an English noun after that of the thing", kayak, "Kayak paddle 230 cm"],
    ["the thing in the genitive", vacuum, "Шланг пилососа універсальний"],
    [
      "the thing in the genitive, with nothing that is listed",
      climate,
      "Очиститель кондиционера, спрей",
    ],
    ["an adjective of the thing", tank, "Аквариумна лампа LED"],
    ["for the make alone", games, "Controller for Playo 5"],
    ["clips for cables, which are no cables", cable, "Cable clips, 20 pcs"],
  ])("%s", (_, out, title) => {
    expect(isOffered(out, title)).toBe(false)
  })

  it("also where the shop gave it the thing's type", () => {
    expect(
      isOffered(earphones, "Чохол для навушників Sonoro Buds, силікон", {
        type: "Навушники",
      })
    ).toBe(false)
  })

  it.each([
    [
      "the whole name of the thing and more",
      ["Charcoal", "Pitmaster Charcoal Briquettes 20 lb"],
      "Pitmaster Charcoal Briquettes Chimney Starter",
    ],
    [
      "the last noun of three",
      ["Office chair", "Office chair Ergon, black"],
      "Office chair seat topper Ergon, black",
    ],
    [
      "the make and its thing after a comma",
      ["TV", "Smart TV Vantio 43 inch"],
      "Voice wand, Vantio Smart TV 43 inch",
    ],
  ] as const)("%s", (_, out, title) => {
    expect(isOffered(out, title)).toBe(false)
  })

  it.each([
    [
      "the thing in the genitive",
      ["Конвектор", "Конвектор Teplon 1500 Вт"],
      "Ножки конвектора Teplon 1500, пара",
    ],
    [
      "an English noun that no list has",
      ["Drone", "Skyver Mini 4K drone"],
      "Skyver Mini drone propellers, set",
    ],
    [
      "for its make and model alone",
      ["Camera", "Lumexa M50 mirrorless camera body"],
      "Underwater housing for Lumexa M50",
    ],
    [
      "its make and model, and another noun",
      ["Electric toothbrush", "Dentora Sonic electric toothbrush"],
      "Dentora Sonic heads, white",
    ],
  ] as const)("in the type of the thing too: %s", (_, out, title) => {
    expect(isOffered(out, title, { type: out[0] })).toBe(false)
  })

  it.each([
    [
      "another noun and its make",
      ["Электрозамок", "Замок электромеханический Straj L-20"],
      "Ответная планка замка Straj L-20",
    ],
    [
      "another noun with a capital, and its make",
      ["Console", "Novabox S console 1TB, black"],
      "Novabox S Expansion Card 1TB",
    ],
    [
      "another noun in two alphabets, and its make",
      ["Камера", "IP камера уличная Oko, 4 Мп"],
      "PoE-инжектор, камера Oko",
    ],
    [
      "the thing in the genitive first",
      ["Гіроскутер", "Гіроскутер Smartglide, чорний"],
      "Гіроскутера Smartglide плата",
    ],
    [
      "the genitive of a noun that ends as adjectives do",
      ["Манекен", "Манекен портновский раздвижной 42-50"],
      "Колеса манекена, 4 шт",
    ],
    [
      "for a compound of it",
      ["Електровелосипед", 'Електровелосипед Kolos E-Trek 26"'],
      'Набір конверсійний для велосипеда 26"',
    ],
    [
      "what is put into it",
      ["Рюкзак", "Рюкзак Мандра 20 л"],
      "Вкладиш у рюкзак, 20 л",
    ],
    [
      "a packaging in which there is none of it",
      ["Laminator", "Korvo laminator A4"],
      "Laminator pouches, A4",
    ],
  ] as const)("in the type of the thing too: %s", (_, out, title) => {
    expect(isOffered(out, title, { type: out[0] })).toBe(false)
  })

  it.each([
    [
      "a noun that stands before that of the thing",
      ["Фрезер", "Фрезер 65W, білий"],
      "Педаль фрезер, біла",
    ],
  ] as const)("%s", (_, out, title) => {
    expect(isOffered(out, title)).toBe(false)
  })

  it.each([
    [
      "another noun and its make in Cyrillic letters",
      ["Матрас", "Матрас детский Морфеюшка 60х120"],
      "Бортики детские Морфеюшка 60х120",
    ],
    [
      "an accessory that English names after a figure",
      ["Ukulele", 'Soprano ukulele Mahala 21"'],
      'Soprano ukulele Mahala 21" hard case, natural',
    ],
    [
      "what its title calls a spare part",
      ["Сканер", "Сканер Skanix 2D USB"],
      "Skanix 2D сканер, модуль USB (запчастина)",
    ],
  ] as const)("%s", (_, out, title) => {
    expect(isOffered(out, title)).toBe(false)
  })

  it("whose type is headed by another noun", () => {
    expect(
      isOffered(["Razor", "Glyde5 men's razor"], "Glyde3 men's razor, 4 ct", {
        type: "Razor blades",
      })
    ).toBe(false)
  })

  it("a Bulgarian noun before that of the thing", () => {
    expect(
      isOffered(["Бойлер", "Бойлер Toplina 80 л"], "Рамо бойлер Toplina 80 л")
    ).toBe(false)
  })

  it("whatever type the shop gave it, if its title is headed by another", () => {
    expect(
      isOffered(
        ["Мангал", "Мангал розкладний, сталь"],
        "Набір шампурів для мангала розкладного",
        { type: "Мангал" }
      )
    ).toBe(false)
  })

  it("also where only a category above says that it is a part", () => {
    expect(
      isOffered(["Drill", "Drill Sila 600 W"], "Drill Sila 12 mm", {
        category: ["Spare parts", "Drills"],
      })
    ).toBe(false)
  })
})

describe("what is for a model that the shop sells", () => {
  const typed = (title: string) => goods(title, title, { type: "Drone" })
  /** What speaks against the last of the titles in place of a drone. */
  const cautions = (...titles: readonly string[]) =>
    assess({
      line: { ...typed("Skyver Mini 4K drone"), quantity: 1, price: 100 },
      candidates: titles.map(typed),
      marked: [],
      pinned: [],
      answers: new Map(),
      refused: new Set(),
    }).find(({ variant_id }) => variant_id === titles.at(-1))?.cautions

  it("is its accessory, in place of whatever model", () => {
    const gimbal = "Skylark Nano 4K foldable gimbal"
    expect(cautions("Skylark Nano 4K drone", gimbal)).toEqual([
      { code: "accessory" },
    ])
    expect(cautions("Hovero Fold 4K drone", gimbal)).toEqual([])
  })

  it("is its accessory also where the model itself is no candidate", () => {
    const gimbal = typed("Skylark Nano 4K foldable gimbal")
    expect(
      assess({
        line: { ...typed("Skyver Mini 4K drone"), quantity: 1, price: 100 },
        candidates: [gimbal],
        sold: [describeVariant(typed("Skylark Nano 4K drone"))],
        marked: [],
        pinned: [],
        answers: new Map(),
        refused: new Set(),
      })
    ).toMatchObject([{ cautions: [{ code: "accessory" }] }])
  })

  it.each([
    "Skylark Nano Classic 4K",
    "Skylark Nano 4K anniversary edition",
    "Skylark Nano 4K, ruby",
  ])("is none if it is the model itself: %s", (title) => {
    expect(cautions("Skylark Nano 4K drone", title)).toEqual([])
  })
})

describe("what has the thing's type and no name in common with it", () => {
  it("is not offered if its noun is a part's", () => {
    expect(
      isOffered(
        ["Motors", "Tarn trolling motor 12 V"],
        "Deep cycle battery 12 V",
        { type: "Motors" }
      )
    ).toBe(false)
  })

  it.each([
    ["Карабины", "Карабин Гранит HMS", "Карабин — стрингер резиновый"],
    ["Фены", "Термофен Ясон 700 Вт", "Термофен - нагреватель 700 Вт"],
    ["Субстрат", "Субстрат Гекон", "Субстрат: совок для прибирання"],
  ])("nor if a noun follows a dash, as of %s", (type, out, title) => {
    expect(isOffered([type, out], title, { type })).toBe(false)
  })
})

describe("what has an accessory or is of the kind is offered", () => {
  it.each([
    ["Motors", "Tarn 40 lb motor, 12V", 'Tarn 45 lb motor 12V 30" shaft'],
    ["Wax", "Wick soy wax flakes, 10 lb", "Wick soy wax flakes 10lb blend"],
    ["Slides", "Amlab slides kit 50pc", "Amlab slide set 50pc wooden box"],
    ["Balls", "Brae golf balls, white", "Kinross golf balls dozen white"],
    ["Чай", "Чай чорний, 100 г", "Чай — суміш чорна, 100 г"],
    ["Dartboards", "Bristle Dartboard Bullhorn", "Ochre Sisal Bristle Board"],
    ["Проектори", "Проектор Lumvia P30", "Lumvia P30 HD 3000 лумена"],
  ])("with figures, counts and tastes: %s", (type, out, title) => {
    expect(isOffered([type, out], title, { type })).toBe(true)
  })

  it.each([
    ["Проектор", "Проектор Videx", "Мултимедиен проектор Lumvia"],
    ["Сейф", "Сейф Basta, ключ", "Електронен сейф Ключар"],
    ["Мікроскоп", "Мікроскоп Sigma", "Мікроскоп OptiLab + скло у кейсі"],
  ])("whatever is said before its noun: %s", (type, out, title) => {
    expect(isOffered([type, out], title)).toBe(true)
  })

  it.each([
    ["with paddles", kayak, "Laguna 2-person inflatable kayak with paddles"],
    ["with a bag, in Russian", vacuum, "Пылесос с мешком Karo 2000 Вт"],
    ["with a lid and a filter", tank, "Аквариум Nemo 63 л с капак и филтър"],
    [
      "a cordless tool, which is no battery",
      ["Шурупокрут", "Шурупокрут акумуляторний Molot 18V"],
      "Дриль-шурупокрут Stalker 18V",
    ],
    [
      "a word that Ukrainian begins with a consonant",
      ["Уголь", "Уголь берёзовый"],
      "Вугілля Пікнік",
    ],
    ["a compound", ["Шолом", "Шолом Kaskar"], "Велошолом Tairo, чорний"],
    [
      "a compound with a hyphen, of the same make",
      ["Шуруповёрт", "Шуруповёрт Stalker 18V"],
      "Дриль-шурупокрут Stalker 18V",
    ],
    [
      "what fits the make that the thing is for",
      ["Филтър", "Филтър за кана Akvita Maxi, 2 бр."],
      "Филтърна касета съвместима с Akvita Maxi, 2 бр.",
    ],
    [
      "an adjective of the thing, with a word for any device",
      ["Інвертор", "Зварювальний інвертор Dugovyk 200А"],
      "Апарат зварювальний інверторний Metalon 200A",
    ],
    [
      "for the make, where its own noun is that of the thing",
      ["Lens", "Lumexa 50mm f/1.8 prime lens, E mount"],
      "Tokiro 50 mm f1.8 lens for Lumexa E-mount",
    ],
    [
      "with a make that is a word for a part, in Latin letters",
      ["Матрац", "Матрац Соня пружинний"],
      "MORFEY Base матрац пружинний",
    ],
    [
      "a compound in two words",
      ["Chainsaw", "Timbro chainsaw 45cc"],
      "Forestar chain saw 45cc with case",
    ],
    [
      "a loanword in Latin letters",
      ["Касета", "Касета Ridder"],
      "Kettex cassette",
    ],
    [
      "a make after the kind",
      ["Ring", "Silver ring Aria"],
      "Ring Stella silver",
    ],
  ] as const)("%s", (_, out, title) => {
    expect(isOffered(out, title)).toBe(true)
  })
})

describe("what a title says of the thing is no part of it", () => {
  const described = (title: string, type: string | null = null) =>
    describeVariant(goods(title, title, { type }))
  it.each([
    ["Racks", "Crossbow bars, raised rail", "HaulMate bars for raised rails"],
    ["Оръжейни", "Сейф Basta за оръжие", "Оръжеен шкаф Zahyst"],
  ])("of the type %s", (type, out, title) => {
    const [short, candidate] = [described(out, type), described(title)]
    expect(
      isAccessoryTo(short, candidate, statisticsOf([short, candidate]))
    ).toBe(false)
  })
})

describe("for whom a thing is", () => {
  it("is nothing that it serves, also where a category is called so", () => {
    expect(
      isOffered(["Razor", "Glyde men's 5-blade"], "SharpCo blade for men", {
        category: ["Goods", "Men"],
      })
    ).toBe(true)
  })
})

describe("what has the thing's type and another noun is offered", () => {
  it.each([
    [
      "so much of it in a tin",
      ["Tea", "Earl Grey tea, 4 oz - Thistle"],
      "Thistle Earl Grey tea tin 4 oz",
    ],
    [
      "after a word that says for whom",
      ["Пелени", "Пелени Bebino размер 5, 42 бр."],
      "Бебешки пелени Bebino размер 5, 42 бр.",
    ],
  ] as const)("%s", (_, out, title) => {
    expect(isOffered(out, title, { type: out[0] })).toBe(true)
  })
})

describe("what is named after its noun", () => {
  it("is offered, though a name follows the noun and the shop types nothing", () => {
    expect(
      rankAlternatives({
        line: {
          ...goods("out", "Kettle Dnipro, 1.7 l"),
          quantity: 1,
          price: 100,
        },
        candidates: [goods("one", "Kettle Boro, 1.7 l")],
        marked: [],
        pinned: [],
        answers: new Map(),
        refused: new Set(),
      })
    ).toHaveLength(1)
  })
})

describe("two types that say the same in two languages", () => {
  it("are one type", () => {
    expect(
      isOffered(
        ["Влажные салфетки", "Салфетки влажные детские"],
        "Вологі серветки дитячі",
        { type: "Вологі серветки" }
      )
    ).toBe(true)
  })
})

describe("a thing with another function is not offered", () => {
  it.each([
    [
      "front and rear",
      ["Велофара", "Ліхтар велосипедний передній Lumio USB"],
      "Ліхтар велосипедний задній Lumio USB",
    ],
    [
      "wireless and wired",
      ["Mouse", "Wireless mouse Pelto grey"],
      "Gaming mouse Norvik wired RGB",
    ],
  ] as const)("%s", (_, out, title) => {
    expect(isOffered(out, title)).toBe(false)
  })

  it("toys are no games, whose names are what is sold", () => {
    expect(
      isOffered(
        ["Конструктор", 'Конструктор Klotsik "Пожежна станція"'],
        "Конструктор BRIKO Замок",
        { category: ["Іграшки"], type: "Конструктор" }
      )
    ).toBe(true)
  })
})
