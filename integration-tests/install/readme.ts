import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../demo/root"

const pages = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name))

/** The README and the pages that it leads to, in one text. */
export const readme = ["README.md", ...pages]
  .map((path) => readFileSync(join(root, path), "utf8"))
  .join("\n")

/** The first code block of a language that begins so. */
export function codeBlock(language: string, beginning: string): string {
  const opening = `\`\`\`${language}\n`
  const start = readme.indexOf(opening + beginning)
  if (start < 0) {
    throw new Error(
      `README.md and docs/ have no ${language} that begins: ${beginning}`
    )
  }
  const code = readme.slice(start + opening.length)
  return code.slice(0, code.indexOf("```"))
}

/** The store's own code, each file under its name, as the pages show it. */
export function shopsOwnCode(): string[] {
  const store = join(__dirname, "store")
  return readdirSync(join(store, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => join("src", path))
    .filter((path) => statSync(join(store, path)).isFile())
    .map(
      (path) =>
        `// ${path.replaceAll("\\", "/")}\n${readFileSync(join(store, path), "utf8")}`
    )
}
