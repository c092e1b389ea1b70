import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
]

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  switch (process.platform) {
    case "darwin":
      return [env.HOME ?? "", ""].flatMap((home) => [
        `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      ])
    case "win32":
      return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .map((folder) =>
          join(folder, "Google", "Chrome", "Application", "chrome.exe")
        )
    default:
      return (env.PATH ?? "")
        .split(delimiter)
        .flatMap((folder) => names.map((name) => join(folder, name)))
        .concat("/snap/bin/chromium")
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What to tell a user without a browser. */
export const howToGetChromium =
  "install Chromium or Chrome (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one"

/**
 * The Chromium or Chrome to test with: CHROMIUM_PATH if set, else the first one
 * in the usual places, else undefined.
 *
 * @throws if CHROMIUM_PATH is not a program
 */
export function findChromium(env = process.env): string | undefined {
  const given = env.CHROMIUM_PATH
  if (given) {
    if (!isProgram(given)) {
      throw new Error(`CHROMIUM_PATH is "${given}", which is no program`)
    }
    return given
  }
  return usualPlaces(env).find(isProgram)
}
