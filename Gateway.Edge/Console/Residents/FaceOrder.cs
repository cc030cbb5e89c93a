using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Perception.Models;

namespace Gateway.Edge.Console.Residents;

/// <summary>One attempt to enrol by a form with a face, and what it says of the form. For one request.</summary>
internal sealed class FaceOrder(ChosenPhoto chosen, PendingPhotos pending)
{
    private readonly List<LocalizedText> _photoFaults = [];

    /// <summary>What is wrong with the photo.</summary>
    public IReadOnlyList<LocalizedText> PhotoFaults => _photoFaults;

    /// <summary>The photo is held for the form's next attempt.</summary>
    public bool Kept { get; private set; }

    /// <summary>The photo resembles somebody who is enrolled.</summary>
    public bool AsksTwin { get; private set; }

    /// <summary>Enrols with the form's photo; null where the form cannot be used, and then what is wrong stands here and in <paramref name="faults"/>.</summary>
    /// <param name="context">Of whoever enrols.</param>
    /// <param name="form">The form; its ticket is put right.</param>
    /// <param name="name">The resident's name, who consents where nobody else is named.</param>
    /// <param name="resident">Whose face it is to be; null for somebody new.</param>
    /// <param name="faults">What is wrong with the other fields.</param>
    /// <param name="enrol">Enrols.</param>
    public async Task<Resident?> DoAsync(
        HttpContext context, ResidentForm form, string name, Guid? resident, FieldFaults faults, Func<FaceRequest, Task<EnrolmentOutcome?>> enrol)
    {
        if (!form.Agrees)
        {
            // Without consent the photo is not even looked at.
            faults.Add("agree", ResidentFormTexts.AgreeFirst);
            return null;
        }

        var (photo, fault) = await chosen.OfAsync(context, form.Ticket);
        if (photo is null)
        {
            _photoFaults.Add(fault!);
            return null;
        }

        var isNew = pending.Find(ChosenPhoto.Owner(context), form.Ticket) is not { } held || !ReferenceEquals(held, photo);
        try
        {
            var outcome = faults.Any ? null : await enrol(form.Face(photo, name));
            if (outcome?.Resident is { } enrolled)
            {
                pending.Drop(form.Ticket);
                return enrolled;
            }

            Tell(outcome?.Refusals ?? [], faults);
        }
        catch (ModelFaultException)
        {
            _photoFaults.Add(ResidentFormTexts.ModelMissing);
            return null;
        }

        // A good photo waits for the rest of the form.
        if (_photoFaults.Count == 0 || AsksTwin)
        {
            var (ticket, wrong) = isNew ? chosen.Judge(context, photo, resident) : (form.Ticket, []);
            (form.Ticket, Kept) = (ticket, ticket is not null);
            _photoFaults.AddRange(Kept || AsksTwin ? [] : wrong);
        }

        return null;
    }

    /// <summary>Puts what an enrolment refused where it belongs.</summary>
    public void Tell(IReadOnlyList<EnrolmentRefusal> refusals, FieldFaults faults)
    {
        foreach (var refusal in refusals)
        {
            if (refusal.Field.StartsWith("photos", StringComparison.Ordinal))
            {
                _photoFaults.Add(refusal.Reason);
                AsksTwin |= refusal.Code == EnrolmentRefusal.Duplicate;
            }
            else
            {
                faults.Add(refusal.Field, refusal.Reason);
            }
        }
    }
}
