using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Says why a try went wrong.</summary>
internal static class SignInFaults
{
    /// <summary>The words; null where nothing went wrong. A pause is also told to the browser.</summary>
    /// <param name="outcome">What became of the try.</param>
    /// <param name="language">The page's.</param>
    /// <param name="context">Of the answer.</param>
    /// <param name="wrong">What is said of a wrong password.</param>
    public static string? Of(SignInOutcome outcome, Language language, HttpContext context, LocalizedText wrong)
    {
        if (outcome.Step == SignInStep.Paused)
        {
            var seconds = (int)Math.Ceiling(outcome.Pause!.Value.TotalSeconds);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return language.Fill(PageTexts.Paused, seconds);
        }

        return outcome.Step switch
        {
            SignInStep.Wrong => language[wrong],
            SignInStep.WrongCode => language[SignInTexts.WrongCode],
            SignInStep.Again => language[SignInTexts.Again],
            SignInStep.LockedOut => language[SignInTexts.LockedOut],
            SignInStep.Disabled => language[SignInTexts.Disabled],
            _ => null,
        };
    }
}
