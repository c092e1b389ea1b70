import { Prompt } from "@medusajs/ui"
import { useEffect } from "react"
import { useBlocker } from "react-router-dom"
import { useText } from "../i18n/use-text"

/** Passed to `navigate` after saving or discarding the changes. */
export const withoutAsking = { state: { isSubmitSuccessful: true } }

/** Asks for confirmation before leaving a page with unsaved changes. */
export const UnsavedChanges = ({ changed }: { changed: boolean }) => {
  const t = useText()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed &&
      currentLocation.pathname !== nextLocation.pathname &&
      !nextLocation.state?.isSubmitSuccessful
  )
  useEffect(() => {
    if (!changed) {
      return
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [changed])

  return (
    <Prompt open={blocker.state === "blocked"} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("settings.unsaved.title")}</Prompt.Title>
          <Prompt.Description>{t("settings.unsaved.text")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel onClick={() => blocker.reset?.()}>
            {t("settings.unsaved.stay")}
          </Prompt.Cancel>
          <Prompt.Action onClick={() => blocker.proceed?.()}>
            {t("settings.unsaved.leave")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
