import { Button, Drawer, toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Refusal } from "../../call-sheet/sheet-states"
import { useText } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { useUnsaved } from "../../settings/guarded-drawer"

/** A form in a drawer, as Medusa's own are; Ctrl or Cmd with Enter saves. */
export const DrawerForm = ({
  ready = true,
  onSave,
  onDone,
  children,
}: {
  /** Whether there is something to save yet. */
  ready?: boolean
  /** @returns what to say once it was saved; null if there was a fault */
  onSave: () => Promise<string | null>
  onDone: () => void
  children: ReactNode
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const [changed, setChanged] = useState(false)
  useUnsaved(changed)
  const save = async () => {
    if (pending || !ready) {
      return
    }
    setPending(true)
    try {
      const done = await onSave()
      if (done !== null) {
        toast.success(done, { position: "top-left" })
        onDone()
      }
    } catch (error) {
      setRefusal(refusalText(t, error))
    }
    setPending(false)
  }
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onChange={() => setChanged(true)}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void save()
        }
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
        <Refusal reason={refusal} />
        {children}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {ofDashboard("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button size="small" type="submit" isLoading={pending}>
          {ofDashboard("actions.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
