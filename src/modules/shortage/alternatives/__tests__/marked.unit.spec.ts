import { describe as described } from "../description"
import { markedRule } from "../marked"
import type { CatalogueVariant } from "../product"

const variant = (
  title: string,
  attributes: Record<string, string> = {}
): CatalogueVariant => ({
  id: title,
  product_id: title,
  title,
  options: {},
  other_option_values: [],
  category: [],
  type: null,
  tags: [],
  attributes,
})

/** Whether a title, or a value kept under the attribute's key, is equal. */
const isEqual = (name: string, wanted: string, title: string, has?: string) =>
  markedRule(
    { name, keys: [name] },
    described(variant("Thing", { [name]: wanted })),
    [wanted, ...(has === undefined ? [] : [has])]
  )(described(variant(title, has === undefined ? {} : { [name]: has })))

describe("a marked attribute in a title", () => {
  it.each([
    ["viscosity", "5W-30", "Масло Motrix 5w30 4л", true],
    ["viscosity", "5W-30", "Масло Motrix 5w40 4л", false],
    ["viscosity", "5W-30", "Олива 15W-30", false],
    ["size", "205/55 R16", "Шина Terro 205/55R16 94W", true],
    ["size", "205/55 R16", "Шина Terro 205/60R16 94W", false],
    ["size", "M", "Яке Vento размер M", true],
    ["size", "M", "Яке Vento M/L", false],
    ["size", "M", "Яке Vento S-M", false],
    ["size", "4+", "Підгузки Bebi 4, 52 шт", false],
    ["size", "4+", "Підгузки Bebi 4+ (10-15 кг)", true],
    ["size", "4", "Підгузки Bebi 4+ (10-15 кг)", false],
    ["size", "L", "Яке Vento 2XL", false],
    ["size", "XXL", "Яке Vento 2XL", true],
    ["age", "6+", "Конструктор від 6 років", true],
    ["age", "3+", "Пазл від 5 років", false],
    ["age", "6+", "Конструктор 420 дет., 6+", true],
    ["age", "6+", "Конструктор 420 дет., 3+", false],
    ["age", "3-6 років", "Пазл от 3 до 6 лет", true],
    ["pieces", "1000", "Puzzle 1000 pcs", true],
    ["pieces", "1000", "Puzzle 500 pcs", false],
    ["persons", "3", "Палатка 3-местная Taiga", true],
    ["persons", "3", "Палатка 2-местная Taiga", false],
    ["capacity", "1 TB", "SSD Quarzo 1TB", true],
    ["capacity", "1 TB", "Enclosure 1TB-8TB", false],
    ["current", "16 А", "Автомат Volter 1P 16A", true],
    ["current", "20 A", "20 amp receptacle Volter", true],
    ["current", "16А", "Автомат Volter 1P 25 А", false],
    ["thread", "12х100", "Анкер М12x100 цинк", true],
    ["thread", "4x40", "Винт 4,0×40 TX20", true],
    ["thread", "4x40", "Винт 4,0×60 TX20", false],
    ["size", "60х120", "Матрац 120×60 см", true],
    ["size", "32x30", "Jeans 30x32", false],
    ["size", "40х50", "Холст 50*40 хлопок", true],
    ["size", "24x18x18", 'Glass tank 24" x 18" x 18"', true],
    ["receiver", "2 in", 'HitchRide 2 platform 1.25" receiver', false],
    ["thickness", "5 mm", "Подложка XPS 3мм 5 м2", false],
    ["weight", "2.5 lb", "Pea protein 1.13 kg", true],
    ["diameter", "38 мм", "Труба 39 мм", false],
    ["material", "полиестер", "Поло Класик памук", false],
    ["diameter", "10 мм", "Свердла (5, 6, 8, 10 мм)", false],
    ["material", "силиконовый", "Чехол Klar силик.", true],
    ["color", "Black", "Чорнило Klar, Cyan", false],
    ["color", "Black", "Чорнило Klar чорне", true],
    ["color", "Blue", "Blackout curtain Klar blue", true],
    ["color", "Blue", "Curtain Klar dark blue", false],
    ["color", "Blue", "Хавлия Klar тъмно синя", false],
    ["color", "Тъмносин", "Хавлия Klar тъмно синя", true],
    ["color", "Dark blue", "Curtain Klar navy", true],
    ["color", "коричневий", "Колготки Klar темно-коричневые", false],
    ["color", "темно-коричневий", "Колготки Klar темно-коричневые", true],
    ["color", "русий", "Фарба Klar темно-русий", false],
    ["color", "Бял", "Хавлия Klar бяло-синя", false],
    ["shade", "RAL9016", "Емаль Klar RAL 9005", false],
    ["shade", "RAL9016", "Емаль Klar RAL 9016", true],
    ["thread", '1"', 'Кран Klar 1/2"', false],
    ["thread", '1"', 'Кран Klar 1 1/2"', false],
    ["thread", '1/2"', 'Кран Klar 1 1/2"', false],
    ["thread", '1 1/2"', 'Кран Klar 1-1/2"', true],
    ["compression", "2", "Гольфи Klar 2 клас", true],
    ["model", "iPhone 15 Pro", "Чохол iPhone 15 Pro Max", false],
    ["model", "iPhone 15 Pro Max", "Чохол iPhone 15 Pro Max", true],
    ["model", "iPhone 15 Pro", "Чохол Pro Armor iPhone 15", false],
    ["model", "iPhone 15 Pro", "Чехол iPhone 15 Про", true],
    ["model", "iPhone 15", "Чехол iPhone 15 Про", false],
    ["model", "iPhone 15", "Чохол 150 мм iPhone 15 Pro Max", false],
    ["model", "iPhone 15 Pro", "Чохол 150 мм iPhone 15 Pro", true],
    ["model", "iPad Air 5", "Case Klar iPad Air 5", true],
    ["model", "AirPods Pro 2", "Case Klar AirPods Pro 2", true],
    ["model", "DJI Mini 3 Pro", "Propellers DJI Mini 3 Pro", true],
    ["model", "Redmi 12", "Скло Redmi Note 12", false],
    ["model", "Redmi 12", "Смартфон 128 ГБ Redmi Note 12", false],
    ["volume", "3", "Том 3 про козаків", true],
    ["length", "40", "Ніж Klar Edge 40 см", true],
    ["model", "Redmi Note 12 Pro", "Скло Redmi Note 12 Pro+", false],
    ["model", "Poco X5", "Скло Poco X5 Pro", false],
    ["model", "P Smart (2019)", "Калъф P Smart 2021", false],
    ["model", "P Smart (2019)", "Калъф P Smart 2019", true],
    ["size", "XXL", "Hoodie Klar XX-Large", true],
    ["size", "L", "Hoodie Klar extra large", false],
    ["size", "L", "Hoodie Klar 2X-Large", false],
    ["size", "XXL", "Hoodie Klar extra extra large", true],
    ["size", "42", "Nike size 9 (EU 42)", true],
    ["size", "42", "Кросівки Klar розмір 27 см, 42", true],
    ["size", "17", "Каблучка Klar срібло №925, 17", true],
    ["size", "2 до 6 кг", "Підгузки Klar 2 до 6 кг", true],
    ["cardboard, тип картону", "3", "Картон Klar №5, 3 шари", true],
    ["size", "10", "Ръкавици Klar №8, 10 чифта", false],
    ["size", "8", "Ръкавици Klar №8, 10 чифта", true],
    ["size", "17", "Каблучка Klar, 17 камінців, р.18", false],
    ["spf", "15", "BB крем Klar тон 15, SPF 30", false],
    ["spf", "30", "BB крем Klar тон 15, SPF 30", true],
    ["grit", "180", "Круг Klar 180 мм P60", false],
    ["diameter", "20", "Труба Klar 25 мм PN20", false],
    ["carbonation", "газированная", "Вода Klar не газированная", false],
    ["carbonation", "газирана", "Вода Klar леко газирана", false],
    ["carbonation", "sparkling", "Klar lightly sparkling water", false],
    ["capacity", "20000 мАг", "Повербанк Klar 20 000 мАг", true],
    ["power", "60 W", "LED Klar 9W (60W equivalent)", false],
    ["power", "9 W", "LED Klar 9 W = 60 W", true],
    ["size", "Plus size 52", "Сукня Klar plus size 52", true],
    ["capacity", "800 мАг", "АКБ Klar для Nokia 105 800 мАг", true],
    ["power", "45 W", "Charger Klar 65 W (45W + 20W)", false],
    ["power", "65 W", "Charger Klar 65 W (45W + 20W)", true],
    ["voltage", "12 V", "Інвертор Klar 12/220 В", true],
    ["voltage", "100-240 V", "Fan Klar 110 V", false],
    ["voltage", "110 V", "Charger Klar 100-240 V", true],
    ["voltage", "100-240 V", "Fan Klar 220-240V", true],
    ["dose", "25-40 kg", "Spot-on Klar 25 to 40 kg", true],
    ["connector", "HDMI - HDMI", "Кабел HDMI - mini HDMI", false],
    ["connector", "HDMI - HDMI", "Кабел DisplayPort - HDMI", false],
    ["connector", "HDMI - mini HDMI", "Кабел HDMI - mini HDMI", true],
    ["animal", "Кошки", "Нашийник протиблошиний", false],
    ["color", "Green", "Футболка Klar хаки", false],
    ["allergens", "без яєць", "Макароны Klar без яиц", true],
    ["strength", "2", "Тростини 2.0", true],
    ["Об'єм, л", "1,7", "Чайник Klar 1700 мл", true],
    ["Об'єм, л", "1,7", "Чайник Klar 1,5 л", false],
    ["Length (cm)", "60", "Щітка Klar 600 мм", true],
    ["Length (cm)", "60", "Щітка Klar 60 мм", false],
    ["напруга", "18", "Винтоверт Klar 18 волта", true],
    ["потужність", "9", "LED крушка Klar 9W", true],
    ["жирність", "2,5", "Молоко Klar 2,5% 900 мл", true],
    ["жирність", "2,5", "Молоко Klar 3,2% 2,5 л", false],
    ["voltage", "220 В", "Фен Klar 230V", true],
    ["voltage", "110 V", "Фен Klar 230V", false],
    ["diameter", "23 см", "Форма Klar 9 inch", true],
    ["diameter", "23 см", "Форма Klar 8 inch", false],
    ["storage", "8/128 ГБ", "Смартфон Klar 8/128GB", true],
    ["storage", "8/128 ГБ", "Смартфон Klar 6/128GB", false],
    ["power", "-2.00", "Лінзи Klar -2,0", true],
    ["power", "-2.00", "Лінзи Klar +2.00", false],
    ["power", "-2.00", "Лінзи Klar -2.25", false],
    ["allergens", "без лактози", "Сир безлактозний", true],
    ["allergens", "без лактози", "Сыр, не содержит лактозы", true],
    ["allergens", "без лактози", "Сир козячий", false],
    ["allergens", "gluten-free", "Cookies free of gluten", true],
    ["allergens", "без захар", "Бисквити без добавена захар", true],
  ])("%s %s and «%s»: %s", (name, wanted, title, equal) => {
    expect(isEqual(name, wanted, title)).toBe(equal)
  })
})

describe("a marked attribute that the shop keeps", () => {
  it.each([
    ["size", "M (55-58 см)", "55–58", true],
    ["size", "M (55-58 см)", "S (51-54 см)", false],
    ["size", "M (55-58 см)", "L (55-58 см)", false],
    ["size", "M (46–48)", "M", true],
    ["size", "XL", "XXL", false],
    ["size", "4", "4+", false],
    ["micron", "5 мкм", "5", true],
    ["micron", "5 мкм", "10", false],
    ["fits", "83A", "85A", false],
    ["model", "Samsung A03", "Samsung A03s", false],
    ["layout", "US", "us", true],
    ["layout", "US", "DE", false],
    ["season", "лето", "літо", true],
    ["material", "Шкіра", "Кожа", true],
    ["season", "лето", "зима", false],
    ["allergens", "gluten", "Gluten", true],
    ["allergens", "gluten", "milk", false],
  ])("%s %s and %s: %s", (name, wanted, has, equal) => {
    expect(isEqual(name, wanted, "Thing", has)).toBe(equal)
  })

  it.each([
    ["Верига Kettex 9 скорости", true],
    ["Верига Kettex 11 скорости", false],
  ])(
    "is read of the short item's title by its name: %s, %s",
    (title, equal) => {
      const rule = markedRule(
        { name: "speeds", keys: ["Скорости"] },
        described(variant("Верига Ridder 9 скорости")),
        []
      )
      expect(rule(described(variant(title)))).toBe(equal)
    }
  )

  it.each([
    ["Pods for Nespresso", true],
    ["Pods for Nespresso Vertuo", false],
  ])(
    "is read of a title that names no other value, too: %s",
    (title, equal) => {
      const rule = markedRule(
        { name: "system", keys: ["system"] },
        described(variant("Pods", { system: "Nespresso Original" })),
        ["Nespresso Original", "Nespresso Vertuo"]
      )
      expect(rule(described(variant(title)))).toBe(equal)
    }
  )

  it("what the shop notes of the short item is all that is in it", () => {
    const rule = markedRule(
      { name: "allergens", keys: ["allergens"] },
      described(variant("Oat milk", { allergens: "gluten" })),
      ["gluten", "milk"]
    )
    expect(rule(described(variant("Whole milk", { allergens: "milk" })))).toBe(
      false
    )
  })
})

describe("a marked attribute that only the short item's title tells", () => {
  const sizes = ["37", "40 см", "M"]
  it.each([
    ["size", "Полотно 40х50 см", "Полотно бавовна 40×50 см", true],
    ["size", "Полотно 40х50 см", "Полотно 40х60 см", false],
    ["size", "Kettle Dnipro 1.7 l", "Kettle Boro 1.0 l", true],
    ["size", "Жилет Щука 70-90 кг", "Жилет Щука 50-70 кг", false],
    ["size", "Рукавиці Klar 12 oz", "Рукавиці Klar 16 oz", false],
    ["size", "Рукавиці Klar 12 oz", "Рукавиці Boro 12oz", true],
    ["fits", "Катушка DD на Терион X4", 'Катушка 12"x13" Терион X4', true],
    ["fits", "Катушка DD на Терион X4", "Катушка DD на Goldrin R2", false],
    ["fits", "Акумулятор Ефір K3", "Аккумулятор для Эфир K3", true],
    ["fits", "Акумулятор Ефір K3", "Акумулятор Ефір K5", false],
    ["model", "Чохол Orbi S23 FE", "Чехол Orbi S23", false],
    ["model", "Чохол Orbi S23 FE", "Чехол для Orbi S23 FE", true],
    ["model", "Чехол для Orbi S23 FE", "Чохол Orbi S23", false],
    ["model", "Чохол для iPhone 15 Plus", "Чохол для iPhone 15", false],
    ["chain_length", "Верижка 50 см, 2 мм", "Верижка 2,1мм 50см", true],
    ["chain_length", "Верижка 50 см, 2 мм", "Верижка 45 см, 2мм", false],
    ["потужність", "Фен Boro 1800 Вт", "Фен Ceva 2000W", false],
    [
      "fits",
      "Filter for BOSCH SIEMENS NEFF GAGGENAU AEG BALAY MIELE BEKO ZANUSSI",
      "Filter Boro",
      true,
    ],
    ["Handle colour", "Hammer Sila, red handle", "Hammer Boro, blue", false],
    ["hand", "Golf glove Brae, left hand", "Голф ръкавица, лява", true],
    ["hand", "Golf glove Brae, left hand", "Golf glove Brae RH", false],
    ["hand", "Golf glove Brae, left hand", "Golf glove Brae", false],
    ["hand", "Golf glove Brae", "Golf glove Brae RH", true],
  ])("%s of %s: %s is %s", (name, out, title, expected) => {
    const isMet = markedRule(
      { name, keys: [name] },
      described(variant(out)),
      name === "size" ? sizes : [],
      []
    )
    expect(isMet(described(variant(title)))).toBe(expected)
  })
})

describe("a marked attribute that other goods of its kind have", () => {
  it.each([
    [
      "layout",
      "US DE",
      "Keyboard Norvik, US layout",
      "Keyboard Pelto US",
      true,
    ],
    ["layout", "US DE", "Keyboard Norvik, US", "Keyboard German layout", false],
    ["language", "українська", "Книга Сад", "Книга Ліс", true],
    ["language", "українська русский", "Книга Сад", "Книга Ліс", false],
    [
      "language",
      "українська русский",
      "Книга Сад",
      "Книга Сад на русском",
      false,
    ],
    ["pieces", "1000 500", "Puzzle 1000 pieces", "Puzzle 1000 pcs", true],
    ["pieces", "1000 500", "Puzzle 1000 pieces", "Puzzle 500 pcs", false],
    ["age", "1+ 3+", "Спрей Baby с 1 года", "Спрей от 1 года", true],
    ["age", "1+ 3+", "Спрей Baby с 1 года", "Спрей Family с 3 лет", false],
    ["current", "16А 25А", "Вимикач Volter C16", "Вимикач Perun C16", true],
    ["current", "16А 25А", "Вимикач Volter C16", "Вимикач Volter C25", false],
    ["fits", "63 305", "Ink cartridge 305XL", "Ink cartridge 63XL", false],
    ["socket", "E27 E14", "Лампа Klar GU10", "Лампа Iskra GU10", true],
    ["socket", "E27 E14", "Лампа Klar GU10", "Лампа Iskra G9", false],
    ["platform", "PS4 Xbox2", "Racers 4 PS5", "Racers 4 Switch", false],
    ["діаметр", "3.5мм 4.5мм", "Спиці 80 см 4 мм", "Спиці 4мм 80 см", true],
    ["діаметр", "3.5мм 4.5мм", "Спиці 80 см 4 мм", "Спиці 80 см 5 мм", false],
    ["Пам'ять", "8/128Гб", "Смартфон 6/128GB", "Смартфон 8/128GB", false],
    ["compression", "1 2", "Гольфи 1 клас", "Гольфы 2 класс", false],
    ["grit", "P80 P120", "Папір Klar P180", "Шлифлист зерно 240", false],
    ["tone", "7.0 8.0", "Фарба Klar 6.0", "Фарба Iskra 6.1", false],
    ["plug", "5.5x2.5", "Адаптер Klar 4.0x1.35", "Адаптер USB-C", false],
    ["sphere", "+2.00 -2.00", "Лінзи Klar -2,00", "Лінзи Vzor +2.00", false],
    ["sphere", "+2.00 -2.00", "Лінзи Klar -2,00", "Лінзи Vzor -2", true],
    ["power", "150Вт 250Вт", "Лампа ІЧ-250", "Лампа 250 Вт", true],
    ["power", "150Вт 250Вт", "Лампа ІЧ-250", "Лампа 150 Вт", false],
    ["power", "", "Лампа червона", "Лампа червона 150 Вт", false],
    ["thickness", "", "Настилка 4мм 2 м", "Настилка 2мм 2 м", false],
    [
      "stage",
      "1 2",
      "Каша ориз, от 4 м. 200 г",
      "Каша елда от 4м, 200 г",
      true,
    ],
    ["stage", "1 2", "Каша ориз, от 4 м. 200 г", "Каша овес 200 г, 6м+", false],
    ["age", "4+", "Kids gummies", "Gummies for children", true],
    ["age", "4+", "Kids gummies", "Gummies for adults", false],
    ["animal", "Cat Dog", "Dry dog food", "Top Dog chicken for cats", false],
    ["animal", "Cat Dog", "Dry dog food", "Chicken for dogs", true],
    ["color", "синій білий", "Grey Wolf чорна", "Куртка Boro чорна", true],
    ["color", "синій білий", "Grey Wolf чорна", "Куртка Boro сіра", false],
    ["color", "зелен", "Хавлия бяло-синя", "Хавлия Boro синя", false],
    [
      "material",
      "Чугун Дерево",
      "Сковорода чугунная с деревянной ручкой",
      "Сковорода Boro чугунная",
      true,
    ],
    [
      "animal",
      "Собака Птица Рыба",
      "Корм для собак Boro",
      "Корм для собак с птицей и рыбой",
      true,
    ],
    ["animal", "Cat Dog", "Dry dog food", "Food for dogs and cats", true],
    ["animal", "Cat Dog", "Food for dogs and cats", "Dry dog food", false],
    ["language", "українська украинский", "Книга Сад", "Книга Ліс", true],
    ["size", "50мл 100мл", "Парфуми №5 100 мл", "Парфуми №5 50 мл", false],
    ["size", "42 43 універсал", "Устілки 42", "Устілки універсал 42", true],
    ["size", "S XL", "Hoodie Klar XX-Large", "Hoodie Boro L", false],
    ["size", "S XL", "Hoodie Klar XX-Large", "Hoodie Boro XXL", true],
    ["color", "grey blue", "Grey Wolf black", "Brae grey", false],
    ["colour", "RAL9016 RAL7016", "Боя 9010 бяла", "Боя 9011 бяла", false],
    ["model", "A13 A23", "Чохол 9H 12C", "Чохол 9H 12S", false],
    ["ball_size", "", "Кулі 57,2 мм 16 шт", "Кулі 68 мм 16 шт", false],
  ])("%s (%s): %s, in its place %s: %s", (name, known, out, title, equal) => {
    const values = known.split(" ").filter(Boolean)
    expect(
      markedRule(
        { name, keys: [name] },
        described(variant(out)),
        values
      )(described(variant(title)))
    ).toBe(equal)
  })
})

describe("what the customer's product is free of, the other is free of", () => {
  const isAsFree = (out: string, title: string, noted?: string, has?: string) =>
    markedRule(
      { name: "allergens", keys: ["allergens"] },
      described(variant(out, noted ? { allergens: noted } : {})),
      ["milk", "gluten", "fish"]
    )(described(variant(title, has ? { allergens: has } : {})))

  it.each([
    ["Спагеті без глютену Pastella", "Спагеті Ducale", false],
    ["Спагеті без глютену Pastella", "Спагетти безглютеновые Maizo", true],
    ["Спагеті без глютену Pastella", "Спагети Ducale, без глутен", true],
    ["Шоколад без лактоза Kakaona", "Шоколад SLADINA", false],
    ["Шоколад без лактоза Kakaona", "Шоколад SLADINA безлактозен", true],
    ["Шоколад без лактоза", "Шоколад без захар и лактоза", true],
    ["Печиво без цукру", "Печиво без цукру з горіхами", true],
    ["Печиво без горіхів", "Печиво без цукру з горіхами", false],
    ["Печиво без горіхів", "Печенье без сахара, орехи", false],
    ["Печиво без горіхів", "Печенье, не содержит орехов", true],
    ["Cereal free from nuts", "Cereal peanut-free", false],
    ["Date bar egg-free", "Date bar nut-free", false],
    ["Pasta, contains no eggs", "Pasta Boro", false],
    ["Pasta, contains no eggs", "Pasta Boro egg-free", true],
    ["Макарони без яєць", "Макарони без глютену", false],
    ["Cereal free from nuts", "Cereal, contains no nuts", true],
    ["Oat drink, lactose-free", "Oat drink low lactose", false],
    ["Крем без вмісту парабенів", "Крем без парабенов", true],
    ["Крем без вмісту парабенів", "Крем Lavra", false],
    ["Lotion unscented", "Lotion fragrance-free", true],
    ["Lotion unscented", "Lotion lavender", false],
    ["Gloves latex-free", "Gloves nitrile", true],
    ["Gloves latex-free", "Gloves nitrile and latex", false],
    ["Gloves latex-free", "Gloves", false],
    ["Протеїн веганський", "Протеин веган", true],
    ["Протеїн веганський", "Протеин сывороточный", false],
    ["Кабель без упаковки", "Кабель", true],
  ])("%s, in its place %s: %s", (out, title, expected) => {
    expect(isAsFree(out, title)).toBe(expected)
  })

  it.each([
    ["Omega-3 fish oil", "fish", "Omega-3 oil", undefined, false],
    ["Omega-3 fish oil", "fish", "Omega-3 with fish oil", undefined, true],
    ["Omega-3 fish oil", "fish", "Omega-3 oil", "Fish", true],
    ["Omega-3 fish oil", "fish", "Omega-3 oil", "fish, milk", false],
    ["Milk", "lactose-free", "Milk lactose-free", undefined, true],
    [
      "Oat drink",
      "gluten-free",
      "Oat milk, no dairy, no gluten",
      undefined,
      true,
    ],
    [
      "Oat drink",
      "gluten-free",
      "Oat drink, no gluten, milk",
      undefined,
      false,
    ],
  ])(
    "%s (%s), in its place %s (%s): %s",
    (out, noted, title, has, expected) => {
      expect(isAsFree(out, title, noted, has)).toBe(expected)
    }
  )
})
