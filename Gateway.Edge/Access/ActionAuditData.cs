using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access;

/// <summary>Data of the audit event that tells of what somebody did through the gateway's API.</summary>
/// <param name="Action"><see cref="ByHand"/>.</param>
/// <param name="Name">What is done: <c>light-drill</c>, <c>light-reset</c>, <c>patrol-run</c>, <c>reference-set</c>,
/// <c>facade-look</c>, <c>facade-save</c>, <c>facade-save-failed</c>, <c>test-throws-begin</c>, <c>test-throws-end</c>,
/// <c>vehicle-history-export</c>, <c>history-export</c>, <c>history-person-look</c>, <c>falls-look</c>, <c>vehicle-picture-look</c>, <c>stranger-look</c>, <c>stranger-feedback</c>,
/// <c>plan-add</c>, <c>plan-change</c>, <c>plan-restore</c>, <c>plan-remove</c>, <c>plan-place</c>, <c>plan-unplace</c>, <c>patrol-cancel</c>, <c>patrol-export</c>,
/// <c>ticket-take</c>, <c>ticket-note</c>, <c>ticket-done</c>, <c>ticket-not-a-fault</c>, <c>ticket-reopen</c>, <c>ticket-export</c>, <c>notice-shown</c>, <c>notice-withdrawn</c>, <c>retention-set</c>, or one of <see cref="Gateway.Edge.Accounts.AccountDeeds"/>.</param>
/// <param name="Device">Device id; <c>gateway</c> for what concerns them all.</param>
/// <param name="By">What is known of who did it: the account or key, and where the request came from.</param>
/// <param name="Reason">The same in words.</param>
internal sealed record ActionAuditData(string Action, string Name, string Device, string By, LocalizedText Reason)
{
    public const string ByHand = "by-hand";
}
