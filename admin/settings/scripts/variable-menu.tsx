import { TriangleDownMini } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import type { AdminFollowUpScriptVariablesResponse } from "../../../src/api/admin/follow-ups/scripts/types"
import { useScriptVariables } from "../../api/scripts"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { spoken } from "./insert"

/** The variables of a text, each with an example. */
export const VariableMenu = ({
  first = [],
  onChoose,
}: {
  /** Those that it has besides the variables of scripts. */
  first?: AdminFollowUpScriptVariablesResponse["variables"]
  onChoose: (name: string) => void
}) => {
  const t = useText()
  const { data } = useScriptVariables()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <SmallButton variant="transparent" className="text-ui-fg-subtle">
          {t("settings.scripts.insert")}
          <TriangleDownMini aria-hidden />
        </SmallButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        className="max-h-80 max-w-[calc(100vw-2rem)] overflow-y-auto"
        // Keeps the focus in the text, after the inserted variable.
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        {[...first, ...(data ?? [])].map(({ name, example, kind }) => (
          <DropdownMenu.Item
            key={name}
            className="flex items-baseline justify-between gap-x-6"
            onSelect={() => onChoose(spoken({ name, example, kind }))}
          >
            <span className="font-mono text-xs">{name}</span>
            <span className="text-ui-fg-subtle max-w-56 truncate">
              {example}
            </span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
