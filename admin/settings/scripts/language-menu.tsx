import { Plus } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { displayName } from "../../i18n/display-name"
import { OTHER_LANGUAGES } from "./languages"

/** Adds a text in another language. */
export const LanguageMenu = ({
  except,
  onChoose,
}: {
  except: readonly string[]
  onChoose: (language: string) => void
}) => {
  const t = useText()
  const choices = OTHER_LANGUAGES.filter((code) => !except.includes(code))
    .map((code) => ({ code, name: displayName(t, "language", code) }))
    .sort((a, b) => a.name.localeCompare(b.name, t.locale))
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconAction
          className="shrink-0"
          aria-label={t("settings.scripts.addLanguage")}
        >
          <Plus />
        </IconAction>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="max-h-80 overflow-y-auto">
        {choices.map(({ code, name }) => (
          <DropdownMenu.Item key={code} onSelect={() => onChoose(code)}>
            <span className="inline-block first-letter:uppercase">{name}</span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
