; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source ca438c6b40f02446644dd013bc9dbb32
; entry terrain._carve.0(float32:2:C, float32:2:C, int64, int64) -> none
define void @terrain._carve.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 48
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 56
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 80
  %14 = load i64, ptr %13, align 8
  %15 = icmp slt i64 %14, 1
  br i1 %15, label %278, label %16
16:
  %17 = getelementptr i8, ptr %0, i64 88
  %18 = load i64, ptr %17, align 8
  %19 = mul i64 %18, 2246822519
  %20 = add i64 %19, 668265263
  %21 = sitofp i64 %4 to double
  %22 = fadd double %21, -3.000000e+00
  %23 = add i64 %19, 1336530526
  %24 = fadd double %21, -2.000000e+00
  br label %184
25:
  %26 = fsub float %251, %245
  %27 = fpext float %26 to double
  %28 = fmul double %268, %27
  %29 = fsub float %261, %259
  %30 = fpext float %29 to double
  %31 = fmul double %235, %30
  %32 = fadd double %28, %31
  %33 = fdiv double %32, 0x4027700000000000
  %34 = fsub float %259, %245
  %35 = fpext float %34 to double
  %36 = fmul double %262, %35
  %37 = fsub float %261, %251
  %38 = fpext float %37 to double
  %39 = fmul double %233, %38
  %40 = fadd double %36, %39
  %41 = fdiv double %40, 0x4027700000000000
  %42 = fmul double %225, 1.200000e-01
  %43 = fmul double %33, 8.800000e-01
  %44 = fsub double %42, %43
  %45 = fmul double %224, 1.200000e-01
  %46 = fmul double %41, 8.800000e-01
  %47 = fsub double %45, %46
  %48 = fmul double %44, %44
  %49 = fmul double %47, %47
  %50 = fadd double %48, %49
  %51 = tail call double @llvm.sqrt.f64(double %50)
  %52 = fcmp olt double %51, 0x3EB0C6F7A0B5ED8D
  br i1 %52, label %182, label %53
53:
  %54 = fdiv double %44, %51
  %55 = fdiv double %47, %51
  %56 = select i1 %236, i64 %10, i64 0
  %57 = add i64 %56, %230
  %58 = select i1 %239, i64 %12, i64 0
  %59 = mul i64 %57, %12
  %60 = getelementptr float, ptr %8, i64 %59
  %61 = getelementptr float, ptr %60, i64 %231
  %62 = getelementptr float, ptr %61, i64 %58
  %63 = load float, ptr %62, align 4
  %64 = fptrunc double %222 to float
  %65 = fadd float %63, %64
  store float %65, ptr %62, align 4
  %66 = fadd double %227, %54
  %67 = fadd double %226, %55
  %68 = fcmp olt double %66, 1.000000e+00
  %69 = fcmp olt double %67, 1.000000e+00
  %70 = or i1 %68, %69
  br i1 %70, label %182, label %71
71:
  %72 = fcmp ult double %66, %24
  %73 = fcmp ult double %67, %24
  %74 = and i1 %72, %73
  br i1 %74, label %75, label %182
75:
  %76 = fptosi double %67 to i64
  %77 = fptosi double %66 to i64
  %78 = sitofp i64 %77 to double
  %79 = fsub double %66, %78
  %80 = sitofp i64 %76 to double
  %81 = fsub double %67, %80
  %82 = icmp slt i64 %76, 0
  %83 = select i1 %82, i64 %4, i64 0
  %84 = add i64 %83, %76
  %85 = icmp slt i64 %77, 0
  %86 = select i1 %85, i64 %6, i64 0
  %87 = add i64 %86, %77
  %88 = mul i64 %84, %6
  %89 = getelementptr float, ptr %2, i64 %88
  %90 = getelementptr float, ptr %89, i64 %87
  %91 = load float, ptr %90, align 4
  %92 = fsub double 1.000000e+00, %79
  %93 = fpext float %91 to double
  %94 = fmul double %92, %93
  %95 = add nsw i64 %77, 1
  %96 = icmp slt i64 %77, -1
  %97 = select i1 %96, i64 %6, i64 0
  %98 = add i64 %95, %97
  %99 = getelementptr float, ptr %89, i64 %98
  %100 = load float, ptr %99, align 4
  %101 = fpext float %100 to double
  %102 = fmul double %79, %101
  %103 = fadd double %94, %102
  %104 = fsub double 1.000000e+00, %81
  %105 = fmul double %104, %103
  %106 = add nsw i64 %76, 1
  %107 = icmp slt i64 %76, -1
  %108 = select i1 %107, i64 %4, i64 0
  %109 = add i64 %106, %108
  %110 = mul i64 %109, %6
  %111 = getelementptr float, ptr %2, i64 %110
  %112 = getelementptr float, ptr %111, i64 %87
  %113 = load float, ptr %112, align 4
  %114 = fpext float %113 to double
  %115 = fmul double %92, %114
  %116 = getelementptr float, ptr %111, i64 %98
  %117 = load float, ptr %116, align 4
  %118 = fpext float %117 to double
  %119 = fmul double %79, %118
  %120 = fadd double %115, %119
  %121 = fmul double %81, %120
  %122 = fadd double %105, %121
  %123 = fsub double %276, %122
  %124 = fcmp olt double %123, 1.200000e-01
  %125 = select i1 %124, double 1.200000e-01, double %123
  %126 = fmul double %223, %125
  %127 = fmul double %222, %126
  %128 = fmul double %127, 1.100000e+00
  %129 = fcmp ogt double %221, %128
  %130 = fcmp olt double %123, 0.000000e+00
  %131 = or i1 %130, %129
  br i1 %131, label %132, label %143
132:
  br i1 %130, label %133, label %137
133:
  %134 = fneg double %123
  %135 = fcmp olt double %221, %134
  %136 = select i1 %135, double %221, double %134
  br label %140
137:
  %138 = fsub double %221, %128
  %139 = fmul double %138, 2.500000e-01
  br label %140
140:
  %141 = phi double [ %136, %133 ], [ %139, %137 ]
  %142 = fsub double %221, %141
  br label %151
143:
  %144 = fsub double %128, %221
  %145 = fmul double %144, 2.000000e-01
  %146 = fmul double %123, 7.500000e-01
  %147 = fcmp olt double %146, %145
  %148 = select i1 %147, double %146, double %145
  %149 = fadd double %221, %148
  %150 = fneg double %148
  br label %151
151:
  %152 = phi double [ %142, %140 ], [ %149, %143 ]
  %153 = phi double [ %141, %140 ], [ %150, %143 ]
  %154 = load float, ptr %244, align 4
  %155 = fmul double %262, %153
  %156 = fmul double %268, %155
  %157 = fptrunc double %156 to float
  %158 = fadd float %154, %157
  store float %158, ptr %244, align 4
  %159 = load float, ptr %250, align 4
  %160 = fmul double %233, %153
  %161 = fmul double %268, %160
  %162 = fptrunc double %161 to float
  %163 = fadd float %159, %162
  store float %163, ptr %250, align 4
  %164 = load float, ptr %258, align 4
  %165 = fmul double %235, %155
  %166 = fptrunc double %165 to float
  %167 = fadd float %164, %166
  store float %167, ptr %258, align 4
  %168 = load float, ptr %260, align 4
  %169 = fmul double %235, %160
  %170 = fptrunc double %169 to float
  %171 = fadd float %168, %170
  store float %171, ptr %260, align 4
  %172 = fmul double %223, %223
  %173 = fmul double %123, 8.000000e-02
  %174 = fadd double %172, %173
  %175 = fcmp olt double %174, 1.000000e-02
  %176 = select i1 %175, double 1.000000e-02, double %174
  %177 = tail call double @llvm.sqrt.f64(double %176)
  %178 = fcmp ogt double %177, 4.000000e+00
  %179 = select i1 %178, double 4.000000e+00, double %177
  %180 = fmul double %222, 0x3FEF1A9FBE76C8B4
  %181 = icmp ugt i64 %228, 1
  br i1 %181, label %220, label %182
182:
  %183 = icmp eq i64 %186, %14
  br i1 %183, label %278, label %184
184:
  %185 = phi i64 [ 0, %16 ], [ %186, %182 ]
  %186 = add nuw nsw i64 %185, 1
  %187 = mul i64 %185, 374761393
  %188 = add i64 %20, %187
  %189 = lshr i64 %188, 15
  %190 = and i64 %189, 131071
  %191 = xor i64 %190, %188
  %192 = mul i64 %191, 2246822519
  %193 = lshr i64 %192, 13
  %194 = and i64 %193, 524287
  %195 = xor i64 %194, %192
  %196 = mul i64 %195, 3266489917
  %197 = and i64 %196, 4294967295
  %198 = lshr i64 %197, 16
  %199 = xor i64 %198, %197
  %200 = uitofp i64 %199 to double
  %201 = fmul double %200, 0x3DF0000000000000
  %202 = fmul double %22, %201
  %203 = fadd double %202, 1.000000e+00
  %204 = add i64 %23, %187
  %205 = lshr i64 %204, 15
  %206 = and i64 %205, 131071
  %207 = xor i64 %206, %204
  %208 = mul i64 %207, 2246822519
  %209 = lshr i64 %208, 13
  %210 = and i64 %209, 524287
  %211 = xor i64 %210, %208
  %212 = mul i64 %211, 3266489917
  %213 = and i64 %212, 4294967295
  %214 = lshr i64 %213, 16
  %215 = xor i64 %214, %213
  %216 = uitofp i64 %215 to double
  %217 = fmul double %216, 0x3DF0000000000000
  %218 = fmul double %22, %217
  %219 = fadd double %218, 1.000000e+00
  br label %220
220:
  %221 = phi double [ 0.000000e+00, %184 ], [ %152, %151 ]
  %222 = phi double [ 1.000000e+00, %184 ], [ %180, %151 ]
  %223 = phi double [ 1.000000e+00, %184 ], [ %179, %151 ]
  %224 = phi double [ 0.000000e+00, %184 ], [ %55, %151 ]
  %225 = phi double [ 0.000000e+00, %184 ], [ %54, %151 ]
  %226 = phi double [ %219, %184 ], [ %67, %151 ]
  %227 = phi double [ %203, %184 ], [ %66, %151 ]
  %228 = phi i64 [ 42, %184 ], [ %229, %151 ]
  %229 = add nsw i64 %228, -1
  %230 = fptosi double %226 to i64
  %231 = fptosi double %227 to i64
  %232 = sitofp i64 %231 to double
  %233 = fsub double %227, %232
  %234 = sitofp i64 %230 to double
  %235 = fsub double %226, %234
  %236 = icmp slt i64 %230, 0
  %237 = select i1 %236, i64 %4, i64 0
  %238 = add i64 %237, %230
  %239 = icmp slt i64 %231, 0
  %240 = select i1 %239, i64 %6, i64 0
  %241 = add i64 %240, %231
  %242 = mul i64 %238, %6
  %243 = getelementptr float, ptr %2, i64 %242
  %244 = getelementptr float, ptr %243, i64 %241
  %245 = load float, ptr %244, align 4
  %246 = add nsw i64 %231, 1
  %247 = icmp slt i64 %231, -1
  %248 = select i1 %247, i64 %6, i64 0
  %249 = add i64 %246, %248
  %250 = getelementptr float, ptr %243, i64 %249
  %251 = load float, ptr %250, align 4
  %252 = add nsw i64 %230, 1
  %253 = icmp slt i64 %230, -1
  %254 = select i1 %253, i64 %4, i64 0
  %255 = add i64 %252, %254
  %256 = mul i64 %255, %6
  %257 = getelementptr float, ptr %2, i64 %256
  %258 = getelementptr float, ptr %257, i64 %241
  %259 = load float, ptr %258, align 4
  %260 = getelementptr float, ptr %257, i64 %249
  %261 = load float, ptr %260, align 4
  %262 = fsub double 1.000000e+00, %233
  %263 = fpext float %245 to double
  %264 = fmul double %262, %263
  %265 = fpext float %251 to double
  %266 = fmul double %233, %265
  %267 = fadd double %264, %266
  %268 = fsub double 1.000000e+00, %235
  %269 = fmul double %268, %267
  %270 = fpext float %259 to double
  %271 = fmul double %262, %270
  %272 = fpext float %261 to double
  %273 = fmul double %233, %272
  %274 = fadd double %271, %273
  %275 = fmul double %235, %274
  %276 = fadd double %269, %275
  %277 = fcmp olt double %276, -4.000000e+00
  br i1 %277, label %182, label %25
278:
  ret void
}
declare double @llvm.sqrt.f64(double)
