/// Signing in, registering, and deciding registrations.
enum SignInTemplates {
    static let signIn = #"""
        <h1>{{t.signIn}}</h1>
        {{#isSpent}}<p class="alert alert-warning" role="alert">{{t.linkSpent}}</p>{{/isSpent}}
        {{#guest}}
        <p>{{t.signInAs}} <strong>{{name}}</strong> ({{guestRole}}).</p>
        <form method="post" action="/sign-in"><input type="hidden" name="token" value="{{token}}">
        <p class="buttons"><button type="submit" class="btn btn-primary">{{t.signIn}}</button></p></form>
        {{/guest}}
        {{^guest}}
        <p>{{t.signInHow}}</p>
        <p><a href="/register">{{t.register}}</a></p>
        {{/guest}}
        """#

    static let register = #"""
        <h1>{{t.register}}</h1>
        <p>{{t.registerLead}}</p>
        {{#isRefused}}<div class="alert alert-warning" role="alert"><ul>{{#wrong}}<li>{{.}}</li>{{/wrong}}</ul></div>{{/isRefused}}
        <form method="post" action="/register"><div class="row row-cols-1 row-cols-sm-2 row-cols-lg-3 g-3">
        <div class="col"><label class="form-label" for="role">{{t.kind}}</label><select class="form-select" id="role" name="role">
        <option value="fdi">{{t.roleFdi}}</option><option value="supplier"{{#isSupplier}} selected{{/isSupplier}}>{{t.roleSupplier}}</option></select></div>
        <div class="col"><label class="form-label" for="organisation">{{t.enterpriseCode}}</label><input class="form-control" id="organisation" name="organisation" value="{{organisation}}" inputmode="numeric" aria-describedby="hint-organisation"><small class="form-text" id="hint-organisation">{{t.hintEnterpriseCode}}</small></div>
        <div class="col"><label class="form-label" for="name">{{t.name}}</label><input class="form-control" id="name" name="name" value="{{name}}"></div>
        <div class="col"><label class="form-label" for="contact">{{t.contactHow}}</label><input class="form-control" id="contact" name="contact" value="{{contact}}"></div>
        </div>
        <p class="buttons"><button type="submit" class="btn btn-primary">{{t.register}}</button></p></form>
        """#

    static let registration = #"""
        <h1>{{t.register}}: {{name}}</h1>
        {{#isWaiting}}<p role="status">{{t.registrationWaiting}}</p>{{/isWaiting}}
        {{#isRefused}}<p class="alert alert-warning">{{t.registrationRefused}}</p>{{/isRefused}}
        {{#isConfirmed}}<p role="status">{{t.registrationConfirmed}}</p>
        <form method="post" action="/register/{{code}}"><p class="buttons"><button type="submit" class="btn btn-primary">{{t.signIn}}</button></p></form>{{/isConfirmed}}
        """#

    static let registrations = #"""
        <h1 id="waiting">{{t.registrations}}</h1>
        {{^hasRows}}<p>{{t.noRegistrations}}</p>{{/hasRows}}
        {{#hasRows}}
        <div class="table-responsive" role="region" aria-labelledby="waiting" tabindex="0">
        <table class="table"><thead><tr><th scope="col">{{t.name}}</th><th scope="col">{{t.enterpriseCode}}</th><th scope="col">{{t.kind}}</th><th scope="col">{{t.contactHow}}</th><th scope="col">{{t.time}}</th><th scope="col">{{t.decision}}</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{name}}</th><td>{{organisation}}</td><td>{{role}}</td><td>{{contact}}</td><td>{{time}}</td>
        <td><form method="post" action="/registrations/{{code}}"><input type="hidden" name="formKey" value="{{frame.formKey}}">
        <button type="submit" name="decision" value="confirmed" class="btn btn-sm btn-outline-primary">{{t.confirm}}</button> <button type="submit" name="decision" value="refused" class="btn btn-sm btn-outline-primary">{{t.refuse}}</button></form></td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/hasRows}}
        <section aria-labelledby="invite"><h2 id="invite">{{t.invite}}</h2>
        <p>{{t.inviteLead}}</p>
        {{#invitation}}<p class="fs-5" role="status">{{t.invitationLink}} <a id="invitation" href="{{.}}">{{.}}</a></p>{{/invitation}}
        <form method="post" action="/registrations"><input type="hidden" name="formKey" value="{{frame.formKey}}"><div class="row row-cols-1 row-cols-sm-2 row-cols-lg-3 g-3">
        <div class="col"><label class="form-label" for="role">{{t.kind}}</label><select class="form-select" id="role" name="role">{{#roles}}<option value="{{value}}">{{words}}</option>{{/roles}}</select></div>
        <div class="col"><label class="form-label" for="organisation">{{t.enterpriseCode}}</label><input class="form-control" id="organisation" name="organisation" inputmode="numeric"></div>
        </div><p class="buttons"><button type="submit" class="btn btn-outline-primary">{{t.invite}}</button></p></form></section>
        """#
}
