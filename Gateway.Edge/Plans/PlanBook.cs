namespace Gateway.Edge.Plans;

/// <summary>
/// The plans and what stands on them. What is read comes from memory; a change is on disk when its call returns, and a call that fails has
/// changed nothing. Safe for several threads.
/// </summary>
internal sealed class PlanBook(PlanDatabase database, TimeProvider time)
{
    /// <summary>Most plans: floors and parts of one compound.</summary>
    public const int MostPlans = 12;

    private readonly Lock _gate = new();
    private volatile PlansView _view = PlanRows.Load(database);

    /// <summary>What stands at present.</summary>
    public PlansView View => _view;

    /// <summary>False where changes last until the next stop, because the file cannot be used.</summary>
    public bool IsKept => database.IsKept;

    /// <summary>A new plan; null where there are <see cref="MostPlans"/> already.</summary>
    public SitePlan? Add(string name, CleanPicture picture)
    {
        lock (_gate)
        {
            if (_view.Plans.Count >= MostPlans)
            {
                return null;
            }

            var plan = new SitePlan(Guid.NewGuid(), name, Of(picture), Earlier: null);
            database.Write(file =>
            {
                PlanRows.AddPlan(file, plan.Id, name);
                PlanRows.PutPicture(file, plan.Id, plan.Picture, picture.Jpeg);
            });
            _view = _view with { Plans = [.. _view.Plans, plan] };
            return plan;
        }
    }

    /// <summary>Another name, and another picture where one is given: what stands on the plan keeps its fractions. Null where there is no such plan.</summary>
    public SitePlan? Change(Guid id, string name, CleanPicture? picture)
    {
        lock (_gate)
        {
            if (_view.Find(id) is not { } plan)
            {
                return null;
            }

            var changed = picture is null ? plan with { Name = name } : plan with { Name = name, Picture = Of(picture), Earlier = plan.Picture };
            database.Write(file =>
            {
                PlanRows.Rename(file, id, name);
                if (picture is not null)
                {
                    PlanRows.PutPicture(file, id, changed.Picture, picture.Jpeg);
                }
            });
            return Put(changed);
        }
    }

    /// <summary>Brings the earlier picture back; the present one is the earlier one then. Null where there is none.</summary>
    public SitePlan? Restore(Guid id)
    {
        lock (_gate)
        {
            if (_view.Find(id) is not { Earlier: { } earlier } plan)
            {
                return null;
            }

            database.Write(file => PlanRows.SwapPictures(file, id));
            return Put(plan with { Picture = earlier, Earlier = plan.Picture });
        }
    }

    /// <summary>Removes a plan with its pictures and places; false where there is none.</summary>
    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            if (_view.Find(id) is null)
            {
                return false;
            }

            database.Write(file => PlanRows.RemovePlan(file, id));
            _view = new PlansView(
                [.. _view.Plans.Where(plan => plan.Id != id)],
                _view.Places.Values.Where(place => place.Plan != id).ToDictionary(place => place.Device, StringComparer.Ordinal));
            return true;
        }
    }

    /// <summary>Puts a device somewhere, wherever it stood before; false where there is no such plan.</summary>
    public bool Place(PlanPlace place)
    {
        lock (_gate)
        {
            if (_view.Find(place.Plan) is null)
            {
                return false;
            }

            database.Write(file => PlanRows.PutPlace(file, place));
            _view = _view with { Places = new Dictionary<string, PlanPlace>(_view.Places, StringComparer.Ordinal) { [place.Device] = place } };
            return true;
        }
    }

    /// <summary>Takes a device off the plans; false where it stands on none.</summary>
    public bool Unplace(string device)
    {
        lock (_gate)
        {
            if (!_view.Places.ContainsKey(device))
            {
                return false;
            }

            database.Write(file => PlanRows.RemovePlace(file, device));
            var places = new Dictionary<string, PlanPlace>(_view.Places, StringComparer.Ordinal);
            places.Remove(device);
            _view = _view with { Places = places };
            return true;
        }
    }

    /// <summary>A picture's JPEG, of one in force or an earlier one; null where there is none.</summary>
    public byte[]? Picture(Guid id) =>
        database.Read("SELECT jpeg FROM picture WHERE id = $id", row => row.GetFieldValue<byte[]>(0), ("$id", PlanRows.Text(id))) is [var jpeg] ? jpeg : null;

    private PlanPicture Of(CleanPicture picture) => new(Guid.NewGuid(), picture.Width, picture.Height, time.GetUtcNow());

    private SitePlan Put(SitePlan changed)
    {
        _view = _view with { Plans = [.. _view.Plans.Select(plan => plan.Id == changed.Id ? changed : plan)] };
        return changed;
    }
}
