import { Trash } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminFollowUpCannedAnswer } from "../../../src/api/admin/follow-ups/canned-answers/types"
import { useKinds } from "../../desk/use-kinds"
import { nearestText } from "../../i18n/language-tag"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { displayName } from "../../i18n/display-name"
import { listText } from "../playbooks/condition-text"
import { SETTINGS_PATHS } from "../settings-tabs"
import { gist } from "./gist"
import { useDeleteAnswer } from "./use-delete-answer"

/** A canned answer: its name, its purpose and the start of its text. */
export const CannedAnswerRow = ({
  answer,
}: {
  answer: AdminFollowUpCannedAnswer
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const remove = useDeleteAnswer()
  const { id, name, types, texts } = answer
  const text = gist(
    nearestText(texts, t.language) ?? Object.values(texts)[0] ?? ""
  )
  return (
    <li className="flex items-start gap-x-3 px-6 py-3 max-lg:px-4">
      <div className="txt-compact-small text-ui-fg-subtle flex min-w-0 flex-1 flex-col gap-y-1 py-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={`${SETTINGS_PATHS.cannedAnswers}/${id}`}
            className="text-ui-fg-base txt-compact-small-plus focus-visible:shadow-borders-focus hover:text-ui-fg-interactive min-w-0 break-words rounded outline-none"
          >
            {name}
          </Link>
          {Object.keys(texts).map((language) => (
            <Badge
              key={language}
              size="2xsmall"
              title={displayName(t, "language", language)}
            >
              {language.toUpperCase()}
            </Badge>
          ))}
        </span>
        <span>
          {types.length === 0
            ? t("settings.cannedAnswers.allTypes")
            : listText(t, types.map(typeName), "conjunction")}
        </span>
        <span className="line-clamp-2 break-words">{text}</span>
      </div>
      <IconAction
        aria-label={t("settings.cannedAnswers.deleteOne", { name })}
        onClick={() => void remove(answer)}
      >
        <Trash />
      </IconAction>
    </li>
  )
}
