import { usePlaybook } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"

/** The playbook's name, once it has loaded. */
export const PlaybookBreadcrumb = ({ id }: { id: string }) => {
  const t = useText()
  const { data } = usePlaybook(id)
  return <>{data?.name ?? t("settings.playbooks.one")}</>
}
