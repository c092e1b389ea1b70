import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { SeededShop } from "../seed"
import type { Step } from "../progress"
import { fingerprint } from "./fingerprint"
import { runMedusa, type StorePlace } from "./medusa"
import { type Prepared, readPrepared, writePrepared } from "./prepared"

/** Medusa's own migrations depend on its version, which is in the lock file. */
function migrationsNow(): string {
  return fingerprint(
    ["src", "package-lock.json"],
    /package-lock|[\\/](migrations|links|models)[\\/]/
  )
}

function seedNow(): string {
  return fingerprint(["demo/seed"], /\.ts$/)
}

async function seed(place: StorePlace): Promise<SeededShop> {
  const result = join(place.folder, "seeded.json")
  await runMedusa(place, ["exec", "demo/seed/index.js", result])
  const shop: SeededShop = JSON.parse(readFileSync(result, "utf8"))
  rmSync(result)
  return shop
}

/**
 * Migrates and seeds the store's database, each only if its sources have
 * changed since the last time.
 */
export async function prepareDatabase(
  place: StorePlace,
  step: Step
): Promise<SeededShop> {
  const prepared: Prepared = await readPrepared(place.databaseUrl)
  const migrated = migrationsNow()
  if (prepared.migrated !== migrated) {
    await step("Migrating the database", () => runMedusa(place, ["db:migrate"]))
    await writePrepared(place.databaseUrl, { ...prepared, migrated })
  }
  const seeded = seedNow()
  if (prepared.shop && prepared.seeded === seeded) {
    return prepared.shop
  }
  const shop = await step("Seeding the shop", () => seed(place))
  await writePrepared(place.databaseUrl, { migrated, seeded, shop })
  return shop
}
