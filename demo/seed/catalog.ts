/** A product of the shop. Prices include tax. */
export type CatalogProduct = {
  handle: string
  title: string
  description: string
  /** Of what is offered in place of something else, each is of another. */
  brand?: string
  /** Must be the same in what is offered instead, as the demo's options say. */
  voltage?: string
  option: string
  variants: CatalogVariant[]
}

export type CatalogVariant = {
  value: string
  sku: string
  uah: number
  eur: number
  /**
   * Units in stock. Products that are out of stock can still be ordered; such
   * an order needs a call.
   */
  stock: number
}

export const catalog: CatalogProduct[] = [
  {
    handle: "kettle",
    title: "Kettle Dnipro, 1.7 l",
    description: "Electric kettle with a water filter, boils in four minutes.",
    brand: "Dnipro",
    option: "Colour",
    variants: [
      { value: "Steel", sku: "KET-ST", uah: 1598, eur: 36.9, stock: 40 },
      { value: "Black", sku: "KET-BK", uah: 1698, eur: 38.9, stock: 0 },
    ],
  },
  {
    handle: "water-filter",
    title: "Water filter for kettles",
    description: "Keeps scale out for two months.",
    option: "Pack",
    variants: [
      { value: "1 piece", sku: "FIL-1", uah: 400, eur: 8.9, stock: 200 },
      { value: "3 pieces", sku: "FIL-3", uah: 1080, eur: 23.9, stock: 60 },
    ],
  },
  {
    handle: "cast-iron-pan",
    title: "Cast-iron pan",
    description: "For every hob, and for the oven.",
    option: "Diameter",
    variants: [
      { value: "24 cm", sku: "PAN-24", uah: 1149, eur: 26.5, stock: 25 },
      { value: "28 cm", sku: "PAN-28", uah: 1449, eur: 32.9, stock: 1 },
    ],
  },
  {
    handle: "vacuum-flask",
    title: "Vacuum flask, stainless steel",
    description: "Hot for 24 hours, cold for 36.",
    option: "Volume",
    variants: [
      { value: "0.5 l", sku: "FLA-05", uah: 689, eur: 15.9, stock: 80 },
      { value: "1 l", sku: "FLA-10", uah: 949, eur: 21.9, stock: 35 },
    ],
  },
  {
    handle: "bed-linen",
    title: "Bed linen, cotton satin",
    description: "Duvet cover, sheet and two pillowcases.",
    option: "Size",
    variants: [
      { value: "Euro", sku: "LIN-EU", uah: 2490, eur: 56.9, stock: 18 },
      { value: "Family", sku: "LIN-FA", uah: 2990, eur: 68.5, stock: 12 },
    ],
  },
  {
    handle: "towel",
    title: "Terry towel, 70 × 140 cm",
    description: "Combed cotton, 500 g/m².",
    option: "Colour",
    variants: [
      { value: "White", sku: "TOW-WH", uah: 349, eur: 7.9, stock: 150 },
      { value: "Terracotta", sku: "TOW-TE", uah: 349, eur: 7.9, stock: 90 },
    ],
  },
  {
    handle: "desk-lamp",
    title: "Desk lamp with a clamp",
    description: "Three colour temperatures, dimmable.",
    option: "Colour",
    variants: [
      { value: "White", sku: "LAM-WH", uah: 1299, eur: 29.9, stock: 30 },
      { value: "Graphite", sku: "LAM-GR", uah: 1299, eur: 29.9, stock: 22 },
    ],
  },
  {
    handle: "coffee-grinder",
    title: "Coffee grinder, conical burrs",
    description: "Eighteen settings, from espresso to French press.",
    option: "Plug",
    variants: [{ value: "EU", sku: "GRI-EU", uah: 3250, eur: 74.9, stock: 9 }],
  },
  {
    handle: "knife-set",
    title: "Kitchen knives with a block",
    description: "Chef's, bread, carving and paring knife.",
    option: "Set",
    variants: [
      { value: "4 knives", sku: "KNI-4", uah: 1890, eur: 42.9, stock: 20 },
      { value: "6 knives", sku: "KNI-6", uah: 2590, eur: 58.9, stock: 0 },
    ],
  },
  {
    handle: "storage-jars",
    title: "Glass jars with bamboo lids",
    description: "Airtight, for flour, grain and coffee.",
    option: "Set",
    variants: [
      { value: "3 jars", sku: "JAR-3", uah: 559, eur: 12.9, stock: 70 },
      { value: "6 jars", sku: "JAR-6", uah: 999, eur: 22.9, stock: 45 },
    ],
  },
  {
    handle: "iron",
    title: "Steam iron, 2600 W",
    description: "Ceramic sole plate, drip stop, three-metre cord.",
    option: "Colour",
    variants: [
      { value: "Blue", sku: "IRO-BL", uah: 1799, eur: 41.5, stock: 28 },
    ],
  },
  {
    handle: "travel-mug",
    title: "Travel mug, 380 ml",
    description: "Leakproof, fits a car's cup holder.",
    option: "Colour",
    variants: [
      { value: "Sand", sku: "MUG-SA", uah: 529, eur: 11.9, stock: 65 },
      { value: "Forest", sku: "MUG-FO", uah: 529, eur: 11.9, stock: 65 },
    ],
  },
  {
    handle: "kettle-karpaty",
    title: "Kettle Karpaty, 1.7 l",
    description: "Electric kettle with double walls, stays cool outside.",
    brand: "Karpaty",
    option: "Colour",
    variants: [
      { value: "Black", sku: "KAR-BK", uah: 1749, eur: 39.9, stock: 14 },
    ],
  },
  {
    handle: "kettle-lybid",
    title: "Kettle Lybid, 1.8 l",
    description: "Electric kettle that keeps the water warm for half an hour.",
    brand: "Lybid",
    option: "Colour",
    variants: [
      { value: "Graphite", sku: "LYB-GR", uah: 1579, eur: 36.5, stock: 8 },
    ],
  },
  {
    handle: "kettle-dorozhnii",
    title: "Kettle Dorozhnii for the car, 1.7 l, 12 V",
    description: "Boils on the way, from the socket of the car.",
    brand: "Dorozhnii",
    voltage: "12 V",
    option: "Colour",
    variants: [
      { value: "Black", sku: "DOR-BK", uah: 1690, eur: 38.5, stock: 20 },
    ],
  },
]
