namespace Gateway.Edge.Access;

/// <summary>A phone number as screens show it.</summary>
internal static class MaskedPhone
{
    private const string Middle = "****";

    /// <summary><c>138****0001</c>; of shorter numbers less is shown, and never how long they are.</summary>
    public static string Of(string phone)
    {
        var (first, last) = phone.Length switch { >= 11 => (3, 4), >= 7 => (2, 2), _ => (1, 1) };
        return $"{phone[..first]}{Middle}{phone[^last..]}";
    }
}
