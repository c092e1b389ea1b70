import { Drawer, usePrompt } from "@medusajs/ui"
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  type ReactNode,
} from "react"
import { useTranslation } from "react-i18next"

type Unsaved = {
  mark: (changed: boolean) => void
  leave: (go: () => void) => void
}

const Guard = createContext<Unsaved>({
  mark: () => undefined,
  leave: (go) => go(),
})

/**
 * A drawer that asks before what was entered in it is dropped, with the words of
 * the dashboard's own forms. A form in it says whether anything was by
 * `useUnsaved`, and leaves by `useLeave`.
 */
export const GuardedDrawer = ({
  open = true,
  onClose,
  children,
}: {
  open?: boolean
  onClose: () => void
  children: ReactNode
}) => {
  const { t: ofDashboard } = useTranslation()
  const ask = usePrompt()
  const changed = useRef(false)
  const isAsking = useRef(false)
  useEffect(() => {
    const keep = (event: BeforeUnloadEvent) => {
      if (changed.current) {
        event.preventDefault()
      }
    }
    window.addEventListener("beforeunload", keep)
    return () => window.removeEventListener("beforeunload", keep)
  }, [])
  const guard = useMemo<Unsaved>(
    () => ({
      mark: (now) => {
        changed.current = now
      },
      leave: (go) => {
        if (!changed.current) {
          go()
        } else if (!isAsking.current) {
          isAsking.current = true
          // The question would take the Escape that led to it for its answer.
          setTimeout(() => {
            void ask({
              variant: "confirmation",
              title: ofDashboard("general.unsavedChangesTitle"),
              description: ofDashboard("general.unsavedChangesDescription"),
              confirmText: ofDashboard("actions.continue"),
              cancelText: ofDashboard("actions.cancel"),
            }).then((leaves) => {
              isAsking.current = false
              if (leaves) {
                go()
              }
            })
          })
        }
      },
    }),
    [ask, ofDashboard]
  )
  return (
    <Guard.Provider value={guard}>
      <Drawer
        open={open}
        onOpenChange={(isOpen) => !isOpen && guard.leave(onClose)}
      >
        {children}
      </Drawer>
    </Guard.Provider>
  )
}

/** Says whether a form of a `GuardedDrawer` holds what is not saved. */
export const useUnsaved = (changed: boolean): void => {
  const { mark } = useContext(Guard)
  useEffect(() => {
    mark(changed)
    return () => mark(false)
  }, [mark, changed])
}

/** Does something that drops the form, once that is agreed if it is not saved. */
export const useLeave = (): Unsaved["leave"] => useContext(Guard).leave
