import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../demo/root"

const pages = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name))

/** The README and all pages in docs/, as one text. */
export const readme = ["README.md", ...pages]
  .map((path) => readFileSync(join(root, path), "utf8"))
  .join("\n")

/** The first code block in a language with this beginning. */
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

/** The store's own code as shown in the docs, each file below its path. */
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
