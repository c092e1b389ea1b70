import { type Import, importsOf, listed } from "./read-imports"
import { production } from "./source-files"

/** Every import of the plugin and its demo, except in tests and benchmarks. */
export const imports = production("src", "admin", "demo").flatMap(importsOf)

/** How a failing test names an import. */
export const told = ({ file, target }: Import) => `${file} imports ${target}`

/** The imports that break a rule, for a test's message. */
export const breaking = (breaks: (each: Import) => boolean) =>
  listed(imports.filter(breaks).map(told))

/** The module that a file belongs to. */
export const moduleOf = (file: string) =>
  /^src\/modules\/([^/]+)\//.exec(file)?.[1]
