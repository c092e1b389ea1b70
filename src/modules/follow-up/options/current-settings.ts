import { container } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { FOLLOW_UP_EXTENSIONS } from "../../../desk/handlers"
import type { FollowUpSettings } from "../rules/settings"
import { extensionSchema, readExtension } from "./extensions"
import { readOptions, withExtension } from "./options"

/**
 * The current settings: other plugins add their extensions to Medusa's
 * container when their code is loaded, possibly after this module. An invalid
 * extension is logged once and left out.
 *
 * @throws MedusaError INVALID_DATA that names the option that is wrong
 */
export function currentSettings(
  options: unknown,
  logger: Pick<Logger, "error">
): () => FollowUpSettings {
  const own = readOptions(options)
  let added: readonly unknown[] = []
  let settings = own
  return () => {
    const now = addedExtensions()
    if (
      now.length !== added.length ||
      now.some((one) => !added.includes(one))
    ) {
      added = now
      settings = withAdded(own, now, logger)
    }
    return settings
  }
}

/**
 * In the order in which they were added: the container has the last one first.
 */
function addedExtensions(): unknown[] {
  const added = container.resolve<readonly unknown[] | undefined>(
    FOLLOW_UP_EXTENSIONS,
    { allowUnregistered: true }
  )
  return [...(added ?? [])].reverse()
}

function withAdded(
  own: FollowUpSettings,
  added: readonly unknown[],
  logger: Pick<Logger, "error">
): FollowUpSettings {
  let settings = own
  added.forEach((given, index) => {
    try {
      const parsed = extensionSchema.parse(given)
      settings = withExtension(
        settings,
        readExtension(parsed, settings.extensions, [
          FOLLOW_UP_EXTENSIONS,
          index,
        ])
      )
    } catch (error) {
      logger.error(
        `follow-ups: an extension in the container was left out: ${error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error}`
      )
    }
  })
  return settings
}
