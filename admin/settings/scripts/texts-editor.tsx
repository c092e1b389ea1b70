import { Tabs, clx } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { displayName } from "../../i18n/display-name"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { LanguageMenu } from "./language-menu"
import { languagesOf, withText } from "./languages"
import { TextEditor } from "./text-editor"

/** A Liquid text in each language, with a preview. */
export const TextsEditor = ({
  label,
  texts,
  own,
  broken,
  onChange,
}: {
  label: string
  texts: Readonly<Record<string, string>>
  /** The plugin's own texts, used for languages without one. */
  own: Readonly<Record<string, string>>
  /** The language of a text that was refused; its tab is opened. */
  broken: string | null
  onChange: (texts: Record<string, string>) => void
}) => {
  const t = useText()
  const [added, setAdded] = useState<readonly string[]>([])
  const languages = [...new Set([...languagesOf(own, texts), ...added])]
  const [language, setLanguage] = useState(
    () =>
      languages.find((one) => one === t.language) ??
      languages.find((one) => t.language.startsWith(`${one}-`)) ??
      languages[0] ??
      "en"
  )
  useEffect(() => {
    if (broken !== null) {
      setLanguage(broken)
    }
  }, [broken])
  return (
    <Tabs
      value={language}
      onValueChange={setLanguage}
      className="flex flex-col gap-y-3"
    >
      <div className="flex min-w-0 items-start gap-x-1">
        <Tabs.List
          aria-label={t("settings.scripts.languages")}
          className="flex-wrap gap-1"
        >
          {languages.map((one) => (
            <Tabs.Trigger
              key={one}
              value={one}
              className={`${TOUCH_HEIGHT} shrink-0 gap-x-1.5 whitespace-nowrap`}
            >
              <span className="first-letter:uppercase">
                {displayName(t, "language", one)}
              </span>
              <span
                className={clx("size-1.5 rounded-full", {
                  "bg-ui-tag-green-icon": texts[one],
                  "border-ui-border-strong border": !texts[one],
                })}
              >
                <span className="sr-only">
                  {t(
                    texts[one]
                      ? "settings.scripts.written"
                      : "settings.scripts.notWritten"
                  )}
                </span>
              </span>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <LanguageMenu
          except={languages}
          onChoose={(one) => {
            setAdded([...added, one])
            setLanguage(one)
          }}
        />
      </div>
      {languages.map((one) => (
        <Tabs.Content key={one} value={one} tabIndex={-1}>
          <TextEditor
            label={`${label}, ${displayName(t, "language", one)}`}
            language={one}
            text={texts[one] ?? ""}
            own={own[one] ?? ""}
            onChange={(text) => onChange(withText(texts, one, text))}
          />
        </Tabs.Content>
      ))}
    </Tabs>
  )
}
