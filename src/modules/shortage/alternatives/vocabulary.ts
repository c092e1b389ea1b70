import { plain, remembered, stemOf } from "./letters"

/**
 * General words of trade in four languages that mean the same: English,
 * Ukrainian, Russian, Bulgarian. A word begins with one of the stems written
 * here; `=` before it means that it is the whole word.
 */
type Meanings = Readonly<Record<string, string>>

const COLOURS: Meanings = {
  black: "black чорн черн черен",
  white: "white біл бел бял",
  grey: "grey gray сір сер сив",
  charcoal: "charcoal graphite графіт графит антрацит anthracite",
  red: "red червон красн червен",
  burgundy: "burgundy бордо бордов maroon",
  blue: "=blue син",
  navy: "navy indigo индиго индіго темно-син тъмносин =dark-blue",
  sky: "sky блакит голуб светлосин =light-blue",
  cyan: "cyan",
  magenta: "magenta",
  green: "green зелен forest",
  khaki: "khaki хакі хаки",
  yellow: "yellow жовт желт жълт",
  orange: "=orange помаранч оранж",
  pink: "pink рожев розов",
  purple: "purple violet фіолет фиолет лилав бузков",
  brown: "brown коричн кафяв",
  beige: "beige беж",
  gold: "gold золот злат",
  silver: "silver срібн серебр сребр",
  transparent: "transparent =clear прозор прозрач",
}

const MATERIALS: Meanings = {
  steel:
    "steel stainless inox сталь сталев стальн стоман нерж неръжд інокс инокс",
  glass: "glass скло скля стекл стъкл",
  plastic: "plastic пластик пластм пластик",
  enamel: "enamel емал эмал",
  iron: "cast-iron чавун чугун",
  aluminium: "alumin алюмін алюмин",
  ceramic: "ceramic porcelain керам порцелян фарфор порцелан",
  wood: "wood bamboo дерев дървен дървесен",
  leather: "leather шкір кожан естествена-кожа",
  silicone: "silicone силікон силикон",
  cotton: "cotton бавовн хлоп памук бязь ранфорс ranforce поплин",
  linen: "linen льон =лен ленен лененo льняно",
  silk: "silk шовк шелк коприн",
  wool: "wool вовна вовнян шерст вълн merino мерино",
  cashmere: "cashmere кашемір кашемир",
  polyester:
    "polyester microfib поліестер полиэстер полиест мікрофібр микрофибр микрофиб acrylic акрил синтепон",
  down: "=down feather перо пух =пухов",
  paper: "paper папір папер бумаж хартиен",
}

const AUDIENCE: Meanings = {
  men: "=men =mens =man =male чоловіч мужск мужчин мъжк =мъже",
  women: "women woman ladies lady female жіноч женск женщин жінкам дамск =дами",
  children:
    "kids child children junior дитяч дітям =діти =детей детск детям =дети =деца бебе baby infant немовля",
}

const ANIMALS: Meanings = {
  cat: "=cat =cats kitten кіт кот кішк кішок кош котк котен",
  dog: "=dog =dogs puppy соба пес псів куче цуцен щен",
  bird: "bird птах птиц папуг попуга папагал",
  fish: "aquarium акваріум аквариум",
}

/** How old who uses it is, of animals and people alike. */
const STAGES: Meanings = {
  young: "kitten puppy junior котят кошен котен цуцен щен кученц",
  grown: "adult доросл взросл възрастн",
  old: "senior mature літніх пожил стар",
}

const SCALES: Meanings = {
  small: "small мелк дрібн малк",
  middle: "medium-size середн средн",
  large: "large крупн велик голям голем",
}

const TIERS: Meanings = {
  premium: "premium преміум премиум =pro =lux лукс люкс luxury deluxe",
  professional: "professional професійн профессион професион проф",
  economy: "econom економ эконом budget basic сток no-name",
  refurbished: "refurbish used вживан втора употреба",
}

const SEASONS: Meanings = {
  winter: "winter зим тепл",
  summer: "summer =літо =лето =лято літн летн лятн лятo",
  between: "демісез демисез пролет",
}

const LIGHT: Meanings = {
  warm: "warm тепл топл",
  neutral: "neutral нейтр неутр",
  cold: "daylight холодн студен",
}

const DAYTIME: Meanings = {
  day: "денн дневн =day дневен",
  night: "нічн ночн =night overnight нощ",
}

const FORMS: Meanings = {
  ground: "ground мелен молот мляно млян",
  beans: "beans зерн зърн зерен",
  instant: "instant розчин раствор разтвор",
  capsules: "capsule капсул",
  powder: "powder порош прах",
  liquid: "liquid рідк жидк течен гель gel",
  spray: "spray спрей аерозол аэрозол",
  tablets: "tablet таблет",
  wet: "=wet волог влажн мокр",
  dry: "=dry сух",
  concentrate: "concentrat концентрат",
}

const POWERED: Meanings = {
  electric: "electric електр электр",
  cordless: "cordless акумул аккум акумулат",
  gas: "=gas газов",
  manual: "manual ручн ръчн механічн механич",
}

/** On which side of a thing, a body or a vehicle. */
const SIDES: Meanings = {
  left: "=left =lh лів лев ляв",
  right: "=right =rh прав десен десн дясн",
  front: "=front передн преден предн",
  rear: "=rear =back задн заден",
  lower: "lower =bottom нижн долн долен",
  upper: "upper =top верхн горн горен",
}

/** How a device is joined to another. */
const LINKS: Meanings = {
  wireless:
    "wireless cordless bluetooth =tws бездрот беспров безжич блютуз блутут",
  wired: "=wired дротов провод кабелн жичн жичен",
}

/** What a title says is missing, or that the thing is free of it. */
const WITHOUT = "without без no free-of"

const GROUPS = {
  colour: COLOURS,
  material: MATERIALS,
  audience: AUDIENCE,
  animal: ANIMALS,
  stage: STAGES,
  scale: SCALES,
  tier: TIERS,
  season: SEASONS,
  light: LIGHT,
  daytime: DAYTIME,
  form: FORMS,
  powered: POWERED,
  side: SIDES,
  link: LINKS,
} as const

export type ConceptGroup = keyof typeof GROUPS

/**
 * What serves another thing. An item whose title is headed by one of these, or
 * whose type names one, is an accessory of whatever it names besides.
 */
const ACCESSORIES: Meanings = {
  accessory:
    "accessor аксесуар аксессуар аксесоар комплектующ комплектуюч запчаст parts частини витратн расходник расходн консуматив",
  spare: "spare replacement refill запасн сменн змінн резервн",
  lid: "=lid =lids кришк крышк капак",
  case: "=case =cases cover sleeve pouch holster чохл чохол чехл чехол калъф кобур enclosure casing кожух футляр кофр накидк кейс slipcover",
  stand:
    "stand holder mount rack bracket підстав подстав поставк стійк стойк тримач держат держач кріплен креплен кронштейн dispenser диспенсер hanger вішалк вешалк anchor подлакът підлокіт подлокот armrest footrest підніжк подножк",
  base: "=base =баз основ",
  filter: "filter фільтр фильтр филтър",
  cartridge: "cartridge картридж касет",
  membrane: "membrane мембран",
  handle: "=handle",
  nozzle: "nozzle насадк накрайник наконечник форсунк",
  adapter:
    "adapter adaptor перехідник переходник преходник адаптер connector конектор коннектор фітинг фитинг fitting",
  strap: "strap ремінець ремешок лямк",
  blade: "blade лез ножче диск =disc =discs",
  brush: "brush щітк щетк четк пензл кист турбощіт турбощет турбочет",
  battery: "battery batteries акумулятор аккумулятор батаре акб батери",
  charger: "charger зарядк зарядн",
  cable: "cable кабел шнур =cord =cords",
  cleaner: "cleaner descal накип",
  roller: "roller валик валяк",
  thinner: "thinner розчинник растворител разредител",
  shade: "lampshade =shade абажур плафон патрон",
  laces: "laces шнурк шнурівк връзк",
  insert: "insole устілк стельк стелк",
  cup: "infuser shaker",
  cap: "=cap ковпач колпач капачк",
  seal: "gasket seal ущільнювач уплотнитель уплътнен прокладк =o-ring =oring",
  valve: "valve клапан вентил",
  hook: "hook крюч гачок гачки закачалк кука",
  tray: "tray лоток поднос",
  remote: "remote пульт дистанцион",
  tripod: "tripod штатив триножник",
  liner: "liner вкладиш вкладыш подложк",
  pump: "=pump помпа помпи",
  kit: "starter-kit ремкомплект",
  tap: "faucet =кран =tap",
  cuff: "cuff манжет",
  corkscrew: "corkscrew opener штопор тирбушон",
  lead: "стрижен стержен refill пълнител",
  pad: "pillowcase наволочк калъфк pillow-case",
  duvetcover: "підковдр пододеял",
  nipple: "nipple teat соска соски биберон",
  protector: "protector захисн защитн протектор =guard =guards предпазител",
  bag: "=bags сумк чант",
  hose: "hose шланг маркуч",
  belt: "=belt =belts ремін ремен =ремень ремък",
  chain: "=chain =chains ланцюг цепь верига",
  rack: "shelf полиц полк рафт",
  grate: "grate решітк решетк",
  bulb: "=bulb =bulbs лампочк крушк",
  hinge: "hinge завіс петл панта",
  screw: "screw шуруп гвинт винт болт саморіз саморез гайк шайб",
  key: "=key =keys =ключ =ключі =ключи",
  dock: "=dock docking докстанц док-станц",
  grip: "=grip рукоят руків дръжк =черенок =черенк =держак",
  skin: "=skin =skins sticker decal наклейк стікер стикер",
  wipe: "wipes серветк салфетк кърпичк",
  polish: "polish полірол полирол паста термопаст",
  oil: "lubricant мастило смазк",
  tip: "=tip =tips =bit =bits =біти =бити бит",
  ink: "toner =ink =inks чорнил чернил мастил тонер",
  knob: "knob ручк",
  net: "=net сітк сетк мреж",
  clip: "clip clamp затиск зажим щипк кліпс клипс скоб затискач прищіпк прищепк клем клема терминал terminals щипц стрингер",
  glass: "tempered =стъкло =стъкла =скло =стекло",
  harness: "harness шлейк нагрудник",
  leash: "leash повід поводок поводк каишк нашийник ошейник",
  bowl: "=bowl миск купичк",
  carrier: "carrier перенос транспортн",
  drainer: "strainer drainer сито цедк",
  mat: "=mat килимок коврик постелк подложк =pad =pads підкладк подкладк футпринт footprint",
  cushion: "cushion подушечк седалищн",
  glue: "glue adhesive латк латок заплатк лепенк",
  wheel: "caster casters ролик колесик колелц",
  ear: "=амбушур амбушюр eartip earpad earpads накрайниц",
  organizer: "organizer organiser органайзер",
  light: "подсветк підсвітк",
  funnel: "funnel лійк воронк фуни",
  measure: "мірн мерн мерител",
  peg: "=peg =pegs stake stakes кілочк колышк колч",
  rods: "=poles дуги дуга",
  sack: "=sack =sacks мішок мешок мешк мішк торбичк",
  wrist: "=wrist =rest",
  heatsink: "heatsink радіатор радиатор",
  plug: "=plug заглушк пробк",
  cradle: "=cart trolley візоч",
  board: "=плата =плати =платы =pcb =motherboard",
  heater: "=тен =тэн =тени =тены",
  antenna: "antenna антен",
  bearing: "bearing підшипник подшипник лагер",
  sprocket: "sprocket =gear =gears шестерн шестерён зубчатк",
  relay: "=relay =реле",
  lanyard: "lanyard темляк",
  lens: "=lens =lenses лінз линз лещ",
  needle: "=needle =needles голк игл",
  paddle: "=paddle =paddles =oar =oars весл",
  propeller: "propeller пропелер пропеллер",
  pedal: "=pedal =pedals =педаль =педалі =педали",
  sheath: "sheath scabbard піхв ножны кания",
  sharpener: "sharpener whetstone точил мусат",
  spool: "spool bobbin шпул бобін бобин макар",
  thermometer:
    "thermometer термометр градусник hygrometer гігрометр гигрометр хигрометър",
  solder: "=solder =flux припій припой тинол флюс",
  sting: "=жало =жала =жалото",
  strings: "=strings струн",
  wrap: "overgrip =grips намотк обмотк овергрип",
  dampener: "dampen віброгас виброгас",
  basket: "basket кошик корзин кошниц",
  regulator: "regulator регулятор",
  pencilcase: "пенал",
  tarp: "tarp =тент =тенти =тенты",
  mouthpiece: "mouthpiece мундштук",
  reed: "=reed =reeds",
  rosin: "rosin каніфол канифол",
  capo: "=capo каподастр",
  pick: "plectrum медіатор медиатор",
  ballast: "ballast баласт балласт дросел дроссел",
  fuse: "=fuse =fuses запобіжник предохранител бушон",
  carburettor: "carburet карбюратор",
  piston: "piston =поршень =поршні =поршни",
  pulley: "pulley =шків =шкив",
  fender: "mudguard бризковик брызговик калник",
  saddle: "=saddle =седло =сідло",
  pannier: "pannier велосумк",
  stylus: "stylus стилус",
  line: "волосін =леска =лески",
  whisk: "whisk вінчик венчик",
  carafe: "carafe колб",
  tamper: "portafilter tamper темпер темпър пітчер питчер",
  leg: "=leg =legs ніжк ножк",
  wick: "=wick =wicks гніт фитил",
  skimmer: "skimmer скімер скиммер",
  scoop: "=scoop =scoops совок лопатк",
  coupling: "муфт",
  fin: "=fin =fins =плавник =кіль",
  pouch: "підсумок подсумок",
  quiver: "quiver сагайдак колчан",
  fletching: "fletching оперен",
  windscreen: "windscreen вітрозах ветрозащит",
  dustbin: "пилозбірн пылесборн прахосъбирател",
  gauge: "манометр",
  lancet: "lancet ланцет",
  electrode: "electrode електрод электрод",
  drum: "фотобарабан",
  head: "=head =heads головк",
  extruder: "extruder екструдер экструдер hotend хотенд",
  canister: "canister балон баллон балон",
}

/** `для`, `for`: what follows is what the thing is for. */
export const FOR = new Set(
  "for fits compatible against anti проти против для до до к къ към за на по под під к сумісн совместим съвместим пасв підход подход подх".split(
    " "
  )
)
export const WITH = new Set(
  "with w incl including включая включно вкл із з зі с со със and та и й і".split(
    " "
  )
)
const WITHOUT_WORDS = new Set(WITHOUT.split(" "))
/** `kofe-free`, `безкофеинов`. */
export function isWithout(word: string): boolean {
  return WITHOUT_WORDS.has(word)
}

/** What people avoid in food and cosmetics, as stems. */
const SUBSTANCES = [
  "kofe|kofi|kafe|dekaf|alkogol|alkohol|spirt",
  "gl[iu]ten|grain|zern|wheat|pwenic|corn|kukurudz|carevic|drijd|droj|yeast",
  "suga|sahar|zahar|cukr|cukor|sol|salt",
  "lakto|dair|milk|molo|mliak|mlaq|mlak|mleq|kazein|kasein",
  "nut|peanut|almond|gorih|oreh|adk|arahis|migdal|mindal|badem",
  "soy|soa|soev|egs?$|aic|aec|aeq|aiq|fish|rib|sesam|kunjut|susam|chiken",
  "fragran|parfum|aromat|zapah|miris|paraben|s[uy]lfat|silikon|amiak|amoni",
  "batar|akumul|akb",
].join("|")
/** Besides, on the skin: much is free of these that does not say so. */
const TOUCHED = "latex|lateks|nikel|fosfat|phosphat|hlor"

const SUBSTANCE = new RegExp(`^(?:${SUBSTANCES})`)
const AVOIDED = new RegExp(`^(?:${SUBSTANCES}|${TOUCHED})`)

export const isSubstance = (stem: string) => SUBSTANCE.test(stem)
export const isAvoided = (stem: string) => AVOIDED.test(stem)

interface Entry {
  readonly stem: string
  readonly isWhole: boolean
  readonly meaning: string
}

function entriesOf(meanings: Meanings): Entry[] {
  return Object.entries(meanings).flatMap(([meaning, words]) =>
    words.split(" ").map((word) => {
      const isWhole = word.startsWith("=")
      return { stem: plain(word.replace("=", "")), isWhole, meaning }
    })
  )
}

const LOOKUPS = (Object.keys(GROUPS) as ConceptGroup[]).map((group) => ({
  group,
  entries: entriesOf(GROUPS[group]),
}))
const ACCESSORY_ENTRIES = entriesOf(ACCESSORIES)

function entryFor(
  entries: readonly Entry[],
  word: string,
  mayEnd: (ending: string) => boolean = () => true
): Entry | undefined {
  return entries.find(({ stem: start, isWhole }) =>
    isWhole
      ? word === start
      : word.startsWith(start) && mayEnd(word.slice(start.length))
  )
}

const isShort = (ending: string) => ending.length <= 3

/** A colour is an adjective: `чорнило` is ink, and `серветки` are napkins. */
const isOfColour = (ending: string) => COLOURED.test(ending)
const COLOURED =
  /^(?:(?:ев|ов|в|ист|яст|ян|еньк)?н?(?:ий|ій|ый|ой|ая|яя|ое|ее|ые|ие|их|ых|іх|ого|ому|им|ым|ім|ую|юю|ою|ен|ата|ото|ите|ият|ьо|[аяоеєіїиую])?(?:-\p{L}+)?|[a-z]+)$/u

/** What a word says of colour, material and so on. */
export const conceptsOf = remembered(
  (word: string): readonly [ConceptGroup, string][] =>
    LOOKUPS.flatMap(({ group, entries }) => {
      const meaning = entryFor(
        entries,
        word,
        group === "colour" ? isOfColour : undefined
      )?.meaning
      return meaning === undefined
        ? []
        : [[group, meaning] satisfies [ConceptGroup, string]]
    })
)

/** The colour that a word names; `blackout` names none. */
export function colourOf(word: string): string | undefined {
  return /^[a-z]/.test(word) && !COLOUR_WORDS.has(word)
    ? undefined
    : conceptsOf(word).find(([group]) => group === "colour")?.[1]
}

const COLOUR_WORDS = new Set(
  entriesOf(COLOURS).map(({ stem: colour }) => colour)
)

/** The words of each concept, which mean the same in four languages. */
export function wordsOfConcepts(): string[][] {
  return LOOKUPS.flatMap(({ entries }) => {
    const words = new Map<string, string[]>()
    for (const { stem: word, meaning } of entries) {
      words.set(meaning, [...(words.get(meaning) ?? []), word])
    }
    return [...words.values()]
  })
}

/** The kind of accessory that a word names. */
export const accessoryOf = remembered(
  (word: string): string | null =>
    entryFor(ACCESSORY_ENTRIES, word, isShort)?.meaning ?? null
)

/**
 * The kinds of accessory that some words name, one of them as a noun: a cordless
 * tool, `акумуляторний`, is no battery.
 */
export function accessoriesIn(words: readonly string[]): string[] {
  const found = words.flatMap((word) => {
    const entry = entryFor(ACCESSORY_ENTRIES, word, isShort)
    return entry ? [{ ...entry, ending: word.slice(entry.stem.length) }] : []
  })
  return found.every(({ ending }) => ADJECTIVE.test(ending))
    ? []
    : found.map(({ meaning }) => meaning)
}

/** What makes an adjective of a noun. */
const ADJECTIVE = /^ь?н(?:ий|ый|ой|ая|ое|ые|а|е|і|о|и)$/u

/** Words that say nothing of what a thing is. */
export const EMPTY: ReadonlySet<string> = new Set(
  "the a of in by new нов нова новий акция акція промо sale promo default option value variant и та і й or або или"
    .split(" ")
    .map(stemOf)
)
