import { remembered, stemOf } from "./letters"
import { wordsOfConcepts } from "./vocabulary"

/**
 * Names of everyday goods that mean the same in Ukrainian, Russian, Bulgarian
 * and English where the letters do not show it. A shop whose titles come in two
 * languages calls one thing by both names. General words of each department of
 * a store, by no means all: what is not here is compared by its letters.
 */
const GOODS = `
ковдра одеяло завивка blanket duvet comforter
подушка възглавница pillow
простирадло простыня чаршаф sheet
наволочка калъфка pillowcase
підковдра пододеяльник плик
постіль постельное бельо bedding
рушник полотенце кърпа хавлия towel
килим ковер rug carpet
штори шторы завеси curtain
матрац матрас матрак mattress
меблі мебель мебели furniture
стілець стул стол-за-хранене chair
шафа шкаф гардероб wardrobe
полиця полка рафт shelf
дзеркало зеркало огледало mirror
лампочка лампа крушка bulb
світильник светильник осветително lamp
ліхтар фонарь фенер flashlight torch
глечик кувшин кана jug pitcher
чайник кана kettle
пляшка бутылка бутилка шише bottle
пляшечка бутылочка шишенце
каструля кастрюля тенджера pot saucepan
сковорода тиган skillet pan
склянка стакан чаша glass tumbler
чашка кружка чаша cup mug
тарілка тарелка чиния plate
ложка лъжица spoon
виделка вилка fork
ніж нож knife
ножиці ножницы ножица scissors
дошка доска дъска board
термос термос thermos flask
термокружка термочаша tumbler
миска купа bowl
відро ведро кофа bucket
сміття мусор боклук trash garbage
праска утюг ютия iron
пилосос пылесос прахосмукачка vacuum
пральна стиральная пералня washing
холодильник хладилник fridge refrigerator
піч печь печка oven
плита котлон stove cooktop
блендер пасатор blender
навушники наушники слушалки headphones earbuds earphones
телефон смартфон phone smartphone
зарядка зарядное зарядно charger
кабель шнур кабел cable cord
чохол чехол калъф case cover
скло стекло стъкло протектор glass protector
клавіатура клавиатура keyboard
миша мышь мишка mouse
екран экран екран screen display
папір бумага хартия paper
зошит тетрадь тетрадка notebook journal
олівець карандаш молив pencil
ручка ручка химикалка pen
гумка ластик гума eraser
фарба краска боя paint
пензель кисть четка brush
клей лепило glue
рюкзак ранець раница backpack
сумка чанта bag
гаманець кошелек портфейл wallet
парасолька зонт чадър umbrella
іграшка игрушка играчка toy
лялька кукла doll
мяч мяч топка ball
підгузки подгузники памперси пелени diapers nappies
серветки салфетки кърпички wipes napkins
суміш смесь адаптирано formula
каша porridge cereal
пюре puree
коляска візок количка stroller
ліжечко кроватка креватче crib
сорочка рубашка риза shirt
футболка тениска tshirt tee
светр свитер пуловер sweater jumper
штани брюки панталон pants trousers
шкарпетки носки чорапи socks
білизна белье бельо underwear
сукня платье рокля dress
спідниця юбка пола skirt
куртка яке jacket
пальто coat
шапка hat beanie
рукавички перчатки ръкавици gloves
пояс ремень колан belt
взуття обувь обувки shoes footwear
кросівки кроссовки маратонки sneakers trainers
черевики ботинки боти boots
чоботи сапоги ботуши boots
тапочки чехли slippers
кава кофе кафе coffee
чай tea
вода water
сік сок juice
вино wine
пиво бира beer
горілка водка vodka
олія масло олио oil
цукор сахар захар sugar
сіль соль сол salt
борошно мука брашно flour
мед honey
сир сыр сирене cheese
молоко мляко milk молочний молочный млечен dairy
хліб хлеб хляб bread
ковбаса колбаса наденица sausage
курка курица пиле chicken
яловичина говядина телешко beef
свинина свинско pork
індичка индейка пуйка turkey
ягня ягненок агнешко lamb
риба рыба fish
лосось сьомга salmon
тунець тунец тон tuna
качка утка патица duck
яблуко яблоко ябълка apple
груша круша pear
вишня череша cherry
полуниця клубника ягода strawberry
апельсин портокал orange
горіх горіхів орех ядка nut
рис ориз rice
гречка елда buckwheat
корм храна food
ласощі лакомство лакомства treats
нашийник ошейник collar каишка
кошка кішка котка cat
повідець поводок повод leash
наповнювач наполнитель тоалетна litter
блохи бълхи fleas паразити
шампунь шампоан shampoo
мило мыло сапун soap
зубна зубная зъб toothpaste tooth
крем мляко-за-тяло cream lotion
обличчя лицо лице face
волосся волосы коса hair
шкіра кожа skin
лупа перхоть пърхот dandruff
помада червило lipstick
туш тушь спирала mascara
парфум духи парфюм perfume
дезодорант deodorant
бритва бръснач самобръсначка razor shaver
прання стирка пране laundry
порошок прах powder
посуд посуда съдове dishes
прибирання уборка почистване cleaning
дриль дрель бормашина drill
шурупокрут шуруповерт винтоверт screwdriver
болгарка ушм кшм ъглошлайф grinder
молоток чук hammer
викрутка отвертка
пилка пила трион saw
свердло сверло свредло bit
цвях гвоздь пирон nail
гвинт шуруп винт screw
диск disc wheel
наждачний наждачная шкурка sandpaper abrasive
шпаклівка шпаклевка замазка putty filler
шланг маркуч hose
лопата shovel spade
граблі грабли гребло rake
секатор ножица-лозарска pruner secateurs
косарка газонокосилка косачка mower
насіння семена seeds
добриво удобрение тор fertilizer
грунт почва субстрат торф soil potting
горщик горшок саксия planter
вікно окно прозорец window
двері дверь врата door
замок ключалка lock
фільтр фильтр филтър filter
картридж касета cartridge
вітамін витамин vitamin
риб'ячий рыбий рибено fish
ліки лекарство лекарства medicine
пластир пластырь лепенка plaster bandage
термометр градусник термометър thermometer
вага весы везна scale
велосипед колело bicycle bike
шина гума tire tyre
шолом шлем каска helmet
намет палатка tent
спальник спальный-мешок sleeping-bag
книга книжка book
змішувач смеситель смесител faucet mixer
унітаз унитаз тоалетна toilet
обігрівач обогреватель отоплител heater
зволожувач увлажнитель овлажнител humidifier
кондиціонер кондиционер климатик conditioner
сушарка сушилка сушилня dryer
фен сешоар hairdryer
батарейка батерия battery
подовжувач удлинитель удължител extension
розетка контакт outlet
вимикач выключатель ключ switch
дріт провод проводник wire
драбина стремянка стълба ladder
мітла метла broom
губка гъба sponge
ганчірка тряпка парцал cloth
свічка свеча свещ candle
окуляри очки очила glasses
годинник часы часовник watch clock
каблучка кольцо пръстен ring
сережки серьги обеци earrings
підвіска кулон висулка pendant
ланцюжок цепочка верижка chain necklace
валіза чемодан куфар suitcase
вудка удочка въдица rod
волосінь леска влакно
котушка катушка макара reel
гачок крючок кука hook
човен лодка boat
ковзани коньки кънки skates
лижі лыжи ски skis
скакалка въже rope
гантель гантеля дъмбел гира dumbbell
пазл пъзел puzzle
самокат тротинетка scooter
автокрісло автокресло столче carseat
струни струны string
лінзи линзы лещи lenses
краплі капли капки drops
печиво печенье бисквити cookies biscuits
цукерки конфеты бонбони candy sweets
варення варенье конфитюр jam
вершки сливки сметана
яйця яйца яєць яиц egg eggs яєчний яичный яйчен
глютен глутен gluten
лактоза lactose
соя соєвий соевый соев soy soya
арахіс арахис фъстък peanut
мигдаль миндаль бадем бадемов almond
пшениця пшеница wheat
латекс latex
нікель никел nickel
гіпоалергенний гипоаллергенный хипоалергенен hypoallergenic антиалергенний антиаллергенный
запах аромат мирис fragrance scent
квасоля фасоль боб beans
кукурудза кукуруза царевица corn
картопля картофель картофи potato
цибуля лук onion
часник чеснок чесън garlic
олива масло oil
насос помпа pump
гальма тормоз спирачки brake
сад garden
кухня kitchen
дім дом home house
одяг одежда облекло clothing apparel
діти дети деца kids children
`

/** For each stem the one that stands for all its meanings. */
const MEANING = new Map<string, ReadonlySet<number>>()
const LINES = GOODS.trim().split("\n")
// `Влажные салфетки` and `вологі серветки` are one type of thing.
;[...LINES.map((line) => line.split(" ")), ...wordsOfConcepts()].forEach(
  (words, group) => {
    for (const word of new Set(words.map(stemOf))) {
      MEANING.set(word, new Set([...(MEANING.get(word) ?? []), group]))
    }
  }
)

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, "")
}

/** Vowels come and go with the case: `цукор`, `цукру`. */
const BY_CONSONANTS = new Map<string, ReadonlySet<number>>(
  [...MEANING]
    .filter(([word]) => consonants(word).length >= 3)
    .map(([word, groups]) => [consonants(word), groups])
)

/**
 * The numbers of the goods that a stem names, the same in all four languages;
 * also of longer forms of a word: `торфена` of `торф`. Null if it names none.
 */
export const meaningsOf = remembered(
  (word): ReadonlySet<number> | null =>
    MEANING.get(word) ??
    BY_CONSONANTS.get(consonants(word)) ??
    (word.length > 5 ? MEANING.get(word.slice(0, -2)) : undefined) ??
    null
)

/** Whether two stems name the same goods in two languages. */
export function meansTheSame(a: string, b: string): boolean {
  const one = meaningsOf(a)
  const other = one && meaningsOf(b)
  if (!one || !other) return false
  for (const group of one) if (other.has(group)) return true
  return false
}
