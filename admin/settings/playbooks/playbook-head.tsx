import { Badge, Container, Heading, Input, Text } from "@medusajs/ui"
import { useId } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { BackLink } from "../back-link"
import { SETTINGS_PATHS } from "../settings-tabs"
import { EnabledSwitch } from "./enabled-switch"
import { PlaybookMenu } from "./playbook-menu"

/** The playbook's name, its switch and its menu. */
export const PlaybookHead = ({
  playbook,
  name,
  changed,
  wrong,
  onName,
  onReset,
}: {
  playbook: AdminFollowUpPlaybook
  name: string
  /** There are unsaved changes: it can be neither duplicated nor reset. */
  changed: boolean
  wrong: readonly string[]
  onName: (name: string) => void
  onReset: (playbook: AdminFollowUpPlaybook) => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const navigate = useNavigate()
  const id = useId()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4 max-lg:px-4">
        <div className="flex min-w-0 flex-col items-start gap-y-1">
          <BackLink tab="playbooks" />
          <Heading className="min-w-0 max-w-full break-words">
            {playbook.name}
          </Heading>
          <div className="flex flex-wrap items-center gap-2">
            <Text size="small" className="text-ui-fg-subtle">
              {typeName(playbook.type)}
            </Text>
            <Badge size="2xsmall">
              {t("settings.playbooks.version", { version: playbook.version })}
            </Badge>
            {playbook.is_seeded && (
              <Badge size="2xsmall">
                {t(
                  playbook.is_edited
                    ? "settings.playbooks.seededEdited"
                    : "settings.playbooks.seeded"
                )}
              </Badge>
            )}
            <Text size="small" className="text-ui-fg-subtle">
              {t("settings.playbooks.activeTasks", {
                count: playbook.active_tasks,
              })}
            </Text>
          </div>
        </div>
        <div className="flex shrink-0 items-center gap-x-3">
          <EnabledSwitch playbook={playbook} />
          <PlaybookMenu
            playbook={playbook}
            disabled={changed}
            onReset={onReset}
            onDuplicated={(copy) =>
              navigate(`${SETTINGS_PATHS.playbooks}/playbooks/${copy.id}`)
            }
            onDeleted={() => navigate(SETTINGS_PATHS.playbooks)}
          />
        </div>
      </div>
      <div className="flex flex-col gap-y-1 px-6 py-4 max-lg:px-4">
        <label htmlFor={id} className="txt-compact-small-plus">
          {t("settings.playbooks.name")}
        </label>
        <Input
          id={id}
          size="small"
          className={`${TOUCH_HEIGHT} max-w-96`}
          aria-invalid={wrong.length > 0}
          aria-describedby={`${id}-wrong`}
          value={name}
          onChange={(event) => onName(event.target.value)}
        />
        <p
          id={`${id}-wrong`}
          role="alert"
          data-wrong={wrong.length > 0 || undefined}
          className="txt-compact-small text-ui-fg-error empty:hidden"
        >
          {wrong.join(" ")}
        </p>
      </div>
    </Container>
  )
}
