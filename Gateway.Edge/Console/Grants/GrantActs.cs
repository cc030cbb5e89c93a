namespace Gateway.Edge.Console.Grants;

/// <summary>What can be done with a grant, as addresses name it.</summary>
internal static class GrantActs
{
    /// <summary>The word of an address, such as <c>renew</c>.</summary>
    public static string Word(GrantAct act) => act.ToString().ToLowerInvariant();

    /// <summary>What the word of an address means; null for any other.</summary>
    public static GrantAct? Parse(string word) =>
        Enum.GetValues<GrantAct>().Where(act => Word(act) == word).Select(act => (GrantAct?)act).FirstOrDefault();
}
