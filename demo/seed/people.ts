/**
 * Everyone's password in the demo, which listens on the loopback address only.
 */
export const demoPassword = "follow-ups"

export type Agent = { email: string; first_name: string; last_name: string }

/** The first is the owner, whose login the demo prints. */
export const agents: [Agent, ...Agent[]] = [
  { email: "owner@shop.example", first_name: "Marta", last_name: "Savchenko" },
  { email: "olena@shop.example", first_name: "Olena", last_name: "Bondar" },
  { email: "ivan@shop.example", first_name: "Ivan", last_name: "Petrenko" },
]

/**
 * A shopper. Numbers are written the way people type them; with the 000 block,
 * they belong to nobody.
 */
export type Shopper = {
  email: string
  first_name: string
  last_name: string
  phone?: string
  country: "ua" | "bg"
  city: string
  street: string
  postcode: string
  /** Has an account, and logs in before ordering. */
  registered?: true
}

export const shoppers: Shopper[] = [
  {
    email: "olena.kovalenko@mail.example",
    first_name: "Олена",
    last_name: "Коваленко",
    phone: "+380 67 000 45 67",
    country: "ua",
    city: "Київ",
    street: "вул. Січових Стрільців, 21, кв. 14",
    postcode: "04053",
    registered: true,
  },
  {
    email: "andrii.shevchenko@mail.example",
    first_name: "Андрій",
    last_name: "Шевченко",
    phone: "050 000 12 34",
    country: "ua",
    city: "Львів",
    street: "вул. Городоцька, 117",
    postcode: "79016",
    registered: true,
  },
  {
    email: "iryna.tkachenko@mail.example",
    first_name: "Ірина",
    last_name: "Ткаченко",
    country: "ua",
    city: "Одеса",
    street: "Французький бульвар, 9, кв. 3",
    postcode: "65044",
    registered: true,
  },
  {
    email: "maria.georgieva@mail.example",
    first_name: "Мария",
    last_name: "Георгиева",
    phone: "0888 000 123",
    country: "bg",
    city: "София",
    street: "ул. Граф Игнатиев 12, ет. 4",
    postcode: "1000",
    registered: true,
  },
  {
    email: "petar.ivanov@mail.example",
    first_name: "Petar",
    last_name: "Ivanov",
    country: "bg",
    city: "Plovdiv",
    street: "bul. Ruski 54",
    postcode: "4000",
    registered: true,
  },
  {
    email: "taras.melnyk@mail.example",
    first_name: "Тарас",
    last_name: "Мельник",
    phone: "+38 (063) 000-98-76",
    country: "ua",
    city: "Дніпро",
    street: "просп. Дмитра Яворницького, 60, кв. 81",
    postcode: "49000",
  },
  {
    email: "kateryna.boiko@mail.example",
    first_name: "Kateryna",
    last_name: "Boiko",
    phone: "0930002211",
    country: "ua",
    city: "Kharkiv",
    street: "vul. Sumska 72, kv. 5",
    postcode: "61002",
  },
  {
    email: "oleksandr.kravchuk@mail.example",
    first_name: "Олександр",
    last_name: "Кравчук",
    country: "ua",
    city: "Вінниця",
    street: "вул. Соборна, 38",
    postcode: "21050",
  },
  {
    email: "yuliia.oliinyk@mail.example",
    first_name: "Юлія",
    last_name: "Олійник",
    phone: "+380 97 000 77 10",
    country: "ua",
    city: "Івано-Франківськ",
    street: "вул. Незалежності, 15, кв. 40",
    postcode: "76018",
  },
  {
    email: "nataliia.hrytsenko@mail.example",
    first_name: "Наталія",
    last_name: "Гриценко",
    phone: "066 000 33 44",
    country: "ua",
    city: "Чернівці",
    street: "вул. Ольги Кобилянської, 2",
    postcode: "58000",
  },
  {
    email: "stoyan.dimitrov@mail.example",
    first_name: "Стоян",
    last_name: "Димитров",
    phone: "+359 87 700 0456",
    country: "bg",
    city: "Варна",
    street: "бул. Княз Борис I 115, вх. Б",
    postcode: "9000",
  },
  {
    email: "elena.todorova@mail.example",
    first_name: "Елена",
    last_name: "Тодорова",
    phone: "089 700 0321",
    country: "bg",
    city: "Бургас",
    street: "ул. Александровска 21",
    postcode: "8000",
  },
  {
    email: "vasyl.khmelnytskyi@mail.example",
    first_name: "Василь",
    last_name: "Хмельницький-Заболотний",
    phone: "+380 68 000 05 05",
    country: "ua",
    city: "Кам'янець-Подільський",
    street: "вул. Князів Коріатовичів, 56, корпус 2, кв. 128",
    postcode: "32300",
  },
]
